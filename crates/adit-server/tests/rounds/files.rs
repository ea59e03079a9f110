//! Files that people send: who may, what is taken, what is left of them, and how they are given out.

use adit_record::Moment;
use adit_record::people::{Grant, NewAccount, Role, Where};
use adit_record::voice::{Author, Confirmed, Contribution, Kind, Said};
use adit_server::rounds::Limits;
use serde_json::json;

use crate::house::{Answer, House};

const PASSWORD: &str = "quartz lantern under the hill";
const BETWEEN: &str = "----adit-test-0123456789";

/// A record with an account that may give evidence and one that looks after it.
fn village(name: &str) -> (House, String, String) {
    let house = House::new(name, Limits::default());
    let record = house.record.clone().unwrap();
    let now = Moment::now();
    let said: Said = serde_json::from_value(json!({"kind": "project", "title": "Mine", "summary": "A made-up mine.",
        "country": "PT", "region": "PT11", "look_within_days": 7, "office": "Town hall"}))
    .unwrap();
    let author = Author { role: Role::Editor, name: None, account: None };
    let stored = Contribution::new(said, author, Confirmed::Account).stored().unwrap();
    house.runtime.block_on(record.open_project("mine", &stored, now)).unwrap();
    let mut cookies = [("company", Role::Company), ("clerk", Role::Clerk)].map(|(name, role)| {
        let grants = [Grant { role, at: Where::Project("mine".to_owned()) }];
        let new = NewAccount { name, password: PASSWORD, pseudonym: name, email: None, grants: &grants };
        house.runtime.block_on(record.add_account(&new, None, now)).unwrap();
        let signed = house.post("/sign-in", &format!("name={name}&password={}", PASSWORD.replace(' ', "+")), &[]);
        signed.header("set-cookie").split(';').next().unwrap().to_owned()
    });
    let [company, clerk] = [std::mem::take(&mut cookies[0]), std::mem::take(&mut cookies[1])];
    (house, company, clerk)
}

/// A form as a browser sends it when a file is chosen.
fn form(fields: &[(&str, &str)], name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    for (field, value) in fields {
        body.extend(
            format!("--{BETWEEN}\r\ncontent-disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    body.extend(
        format!(
            "--{BETWEEN}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: image/png\r\n\r\n"
        )
        .bytes(),
    );
    body.extend(file);
    body.extend(format!("\r\n--{BETWEEN}--\r\n").bytes());
    body
}

impl House {
    fn give(&self, path: &str, body: &[u8], cookie: &str) -> Answer {
        let kind = format!("multipart/form-data; boundary={BETWEEN}");
        self.post_bytes(path, body, &[("content-type", &kind), ("cookie", cookie)])
    }

    fn entries(&self) -> usize {
        self.runtime.block_on(self.record.clone().unwrap().entries_since("mine", 0)).unwrap().len()
    }
}

const EVIDENCE: &[(&str, &str)] =
    &[("title", "Wells"), ("words", "Two wells"), ("source", "Town hall"), ("language", "en")];
const CONCERN: &[(&str, &str)] = &[("topic", "water"), ("words", "Look"), ("language", "en"), ("consent", "yes")];

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, b"crc!"].concat()
}

/// A picture that knows where it was taken, if it is told to.
fn picture(place: bool) -> Vec<u8> {
    let told = if place { chunk(b"eXIf", b"GPS 41.7 N 7.8 W") } else { Vec::new() };
    let rest = [chunk(b"IDAT", b"pixels"), chunk(b"IEND", b"")].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &[0; 13]), &told, &rest].concat()
}

#[test]
fn evidence_comes_with_its_file_and_is_given_out_as_something_to_save() {
    let (house, company, _) = village("files-evidence");
    let sent =
        house.give("/records/mine/desk/evidence", &form(EVIDENCE, "../../we<b>lls.png", &picture(true)), &company);
    assert_eq!(sent.status, 303, "{}", sent.text);
    let page = house.get("/records/mine/entries/2");
    assert!(page.text.contains("/records/mine/files/2") && page.text.contains("we_b_lls.png"), "{}", page.text);
    let file = house.get("/records/mine/files/2");
    assert_eq!(file.status, 200);
    assert_eq!(file.bytes, picture(false), "without the place");
    for (name, value) in [
        ("content-type", "image/png"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
        ("content-disposition", "attachment; filename=\"we_b_lls.png\"; filename*=UTF-8''we_b_lls.png"),
        ("content-security-policy", "sandbox; default-src 'none'; frame-ancestors 'none'"),
    ] {
        assert_eq!(file.header(name), value, "{name}");
    }
}

#[test]
fn what_is_no_file_of_the_five_kinds_is_refused_and_nothing_is_recorded() {
    let (house, company, _) = village("files-refused");
    let bomb = [&b"PK\x03\x04"[..], &[0; 4_000]].concat();
    let disguised = [&b"%PDF-1.7\n1 0 obj\n%%EOF\n"[..], &bomb].concat();
    for (file, says) in [
        (&bomb[..], "nothing else is taken"),
        (&disguised, "something else in this file"),
        (b"<script>alert(1)</script>", "something else in this file"),
        (&picture(true)[..40], "damaged or cut off"),
        (b"GIF89a\x01\x00\x01\x00", "nothing else is taken"),
        (b"\xff\xfe\x00", "nothing else is taken"),
    ] {
        let sent = house.give("/records/mine/desk/evidence", &form(EVIDENCE, "wells.png", file), &company);
        assert!(sent.status == 422 && sent.text.contains(says), "{says}: {} {}", sent.status, sent.text);
    }
    let sent = house.give("/records/mine/desk/evidence", &form(EVIDENCE, "a.txt", &vec![b'a'; 22_000_000]), &company);
    assert_eq!(sent.status, 413, "{}", sent.text);
    let long = "x".repeat(500_000);
    let sent = house.give("/records/mine/concern", &form(&[("words", &long)], "a.txt", b"a"), "");
    assert_eq!(sent.status, 413, "{}", sent.text);
    for broken in ["", "--", &format!("--{BETWEEN}\r\ncontent-disposition: form-data; name=\"words\"\r\n\r\ncut")] {
        let sent = house.give("/records/mine/concern", broken.as_bytes(), "");
        assert!((400..500).contains(&sent.status), "{broken}: {}", sent.status);
    }
    assert_eq!(house.entries(), 1);
}

#[test]
fn a_citizen_gives_a_picture_with_a_code_and_it_is_seen_after_a_look() {
    let (house, _, clerk) = village("files-citizen");
    let without = house.give("/records/mine/concern", &form(CONCERN, "well.png", &picture(true)), "");
    assert!(without.status == 422 && without.text.contains("with a code or from an account"), "{}", without.text);
    let all = house.give("/records/mine/concern?lang=de", &form(&[], "well.png", &picture(true)), "").text;
    for field in [">Ein Bild oder ein Dokument</a>: Eine Datei", ">Worum es geht</a>", ">Was Sie sagen möchten</a>"] {
        assert!(all.contains(field), "everything that is wrong at once, as the form calls it: {all}");
    }
    let made = house.post("/records/mine/desk/codes", "count=1&days=1", &[("cookie", &clerk)]);
    let code = made.text.split("<p class=\"code\"").nth(1).and_then(|rest| rest.split(['>', '<']).nth(1)).unwrap();
    let fields: Vec<(&str, &str)> = CONCERN.iter().copied().chain([("code", code)]).collect();
    let sent = house.give("/records/mine/concern", &form(&fields, "well.png", &picture(true)), "");
    assert_eq!(sent.status, 201, "{}", sent.text);
    assert_eq!(house.get("/records/mine/files/2").status, 404, "nobody has looked at it");
    assert_eq!(house.get_with("/records/mine/files/2", &[("cookie", &clerk)]).status, 200);
    house.post("/records/mine/desk/shown", "entry=2&seen=waiting", &[("cookie", &clerk)]);
    assert_eq!(house.get("/records/mine/files/2").bytes, picture(false));
    assert!(house.get("/records/mine").text.contains("/records/mine/files/2"));
}

#[test]
fn a_scan_is_for_those_who_look_after_the_record_only() {
    let (house, company, clerk) = village("files-scan");
    let fields: Vec<(&str, &str)> = CONCERN.iter().copied().chain([("how", "by letter")]).collect();
    let sent = house.give("/records/mine/desk/concern", &form(&fields, "letter of Maria.png", &picture(false)), &clerk);
    assert_eq!(sent.status, 201, "{}", sent.text);
    let page = house.get("/records/mine");
    assert!(page.text.contains("id=\"entry-2\""), "its scan stands for a witness");
    assert!(!page.text.contains("/files/2"), "{}", page.text);
    assert_eq!(house.get("/records/mine/files/2").status, 404);
    assert_eq!(house.get_with("/records/mine/files/2", &[("cookie", &company)]).status, 404);
    assert_eq!(house.get_with("/records/mine/files/2", &[("cookie", &clerk)]).status, 200);
    let export = house.get("/records/mine/export");
    assert!(export.text.contains("scan.png") && !export.text.contains("Maria") && !export.text.contains("pixels"));
    let spoken = "topic=dust&words=Dust&language=en&consent=yes&how=at+the+market";
    house.post("/records/mine/desk/concern", spoken, &[("cookie", &clerk)]);
    let kinds = house.runtime.block_on(house.record.clone().unwrap().entries_since("mine", 2)).unwrap();
    assert_eq!(kinds.iter().filter(|told| told.kind == Kind::Concern.word()).count(), 1);
    assert!(!house.get("/records/mine").text.contains("id=\"entry-3\""), "neither scan nor witness");
}

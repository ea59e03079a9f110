//! Every role by every route of the records: what each may open and send, against a table written by hand.

use adit_record::Moment;
use adit_record::attachment::clean;
use adit_record::ledger::{Draft, Given};
use adit_record::people::{Grant, NewAccount, Role, Where};
use adit_record::voice::{Author, Confirmed, Contribution, Kind, Said};
use adit_server::rounds::Limits;
use serde_json::json;

use crate::house::House;

const PASSWORD: &str = "quartz lantern under the hill";
/// Who asks: nobody, and one account for each role.
const WHO: [&str; 7] = ["reader", "participant", "clerk", "company", "authority", "editor", "administrator"];

/// Each route with the status that each of [`WHO`] gets. `+` stands for success: 200, 201 or 303.
const READING: &str = "\
/records                          + + + + + + +
/records/mine                     + + + + + + +
/records/mine/concern             + + + + + + +
/records/mine/receipt             + + + + + + +
/records/mine/entries/2           + + + + + + +
/records/mine/letter              + + + + + + +
/records/mine/feed.atom           + + + + + + +
/records/mine/calendar.ics        + + + + + + +
/records/mine/export              + + + + + + +
/overdue                          + + + + + + +
/records/mine/desk                303 + + + + + +
/records/mine/desk/answer         401 403 403 + + 403 403
/records/mine/desk/evidence       401 + + + + + 403
/records/mine/desk/promise        401 403 403 + + 403 403
/records/mine/desk/status         401 + 403 + + 403 403
/records/mine/desk/concern        401 403 + 403 403 403 403
/records/mine/desk/witness        401 403 + 403 403 403 403
/records/mine/desk/withheld       401 403 + 403 403 + 403
/records/mine/desk/shown          401 403 + 403 403 + 403
/records/mine/desk/notice-answer  401 403 + 403 403 + 403
/records/mine/desk/meeting        401 403 + 403 + + 403
/records/mine/desk/consultation   401 403 + 403 + + 403
/records/mine/desk/project        401 403 403 403 403 + 403
/records/mine/desk/erased         401 403 403 403 403 403 +
/records/mine/desk/kept           401 403 403 403 403 403 +
/records/mine/desk/codes          401 403 + 403 403 403 403
/records/papers/files/1           404 404 404 404 404 404 404
/records/papers/files/2           + + + + + + +
/records/papers/files/3           404 404 + 404 404 + 404
/records/papers/files/4           404 404 404 404 404 404 404
/records/secret/files/1           404 404 404 404 404 404 404
/records/secret                   404 404 404 404 404 404 404
/records/secret/feed.atom         404 404 404 404 404 404 404
/records/secret/letter            404 404 404 404 404 404 404
/records/secret/export            404 404 404 404 404 404 404
/records/secret/entries/1         404 404 404 404 404 404 404
/records/secret/desk              404 404 404 404 404 404 404
/account                          303 + + + + + +
";

/// The same for what is sent, with a body that would be recorded if it were allowed.
const SENDING: &str = "\
/records/mine/concern topic=dust&words=Dust&language=en&consent=yes                           + + + + + + +
/records/mine/entries/2/notice words=No&language=en                                           + + + + + + +
/records/mine/desk/answer to=2&words=So&language=en                                           401 403 403 + + 403 403
/records/mine/desk/promise by=A&to=B&what=C&test=D&due=2030-01-01&language=en                 401 403 403 + + 403 403
/records/mine/desk/meeting title=A&on=2026-01-01&place=B&words=C&language=en                  401 403 + 403 + + 403
/records/mine/desk/concern topic=dust&words=Dust&language=en&consent=yes&how=spoken           401 403 + 403 403 403 403
/records/mine/desk/codes count=1&days=1                                                       401 403 + 403 403 403 403
/records/mine/desk/withheld entry=2&reason=a+name                                             401 403 + 403 403 422 403
/records/mine/desk/shown entry=2                                                              401 403 + 403 403 422 403
/records/mine/desk/kept entry=2&ground=Art.+17(3)&content=a+name&decided_by=Office            401 403 403 403 403 403 +
/records/mine/desk/erased entry=2&ground=Art.+17(1)&content=a+name&decided_by=Office          401 403 403 403 403 403 +
/records/secret/concern topic=dust&words=Dust&language=en&consent=yes                         404 404 404 404 404 404 404
/records/secret/desk/answer to=2&words=So&language=en                                         404 404 404 404 404 404 404
";

fn said(said: serde_json::Value, role: Role) -> Contribution {
    let said: Said = serde_json::from_value(said).unwrap();
    Contribution::new(said, Author { role, name: None, account: None }, Confirmed::Account)
}

/// A record for all, one that is confidential, and the cookies of everybody.
fn village(name: &str) -> (House, Vec<Option<String>>) {
    let house = House::new(name, Limits::default());
    let record = house.record.clone().unwrap();
    let now = Moment::now();
    house.runtime.block_on(async {
        for (id, confidential) in [("mine", false), ("papers", false), ("secret", true)] {
            let project = json!({"kind": "project", "title": id, "summary": "A made-up mine.", "country": "PT",
                "region": "PT11", "look_within_days": 7, "office": "Town hall", "confidential": confidential});
            let stored = said(project, Role::Editor).stored().unwrap();
            record.open_project(id, &stored, now).await.unwrap();
        }
        let concern =
            json!({"kind": "concern", "topic": "water", "words": "The well is dry", "language": "en", "consent": true});
        let concern = said(concern, Role::Clerk);
        record.append("mine", Kind::Concern, concern.stored().unwrap(), None, now).await.unwrap();
        // A file that everybody may have, and one that waits for a clerk's look.
        let given = Given::new(clean("wells.csv", b"well,nitrate\n1,12\n".to_vec()).unwrap(), None);
        for role in [Role::Authority, Role::Participant] {
            let evidence = json!({"kind": "evidence", "title": "Wells", "words": "Two", "language": "en",
                "source": "Town hall", "file": given.named()});
            let stored = said(evidence, role).stored().unwrap();
            let draft = Draft { kind: Kind::Evidence, stored, receipt: None, expected: None, file: Some(&given) };
            record.write("papers", &draft, now).await.unwrap();
        }
    });
    let cookies = WHO.iter().map(|&who| {
        let role = Role::read(who)?;
        let grants = ["mine", "papers"].map(|id| Grant { role, at: Where::Project(id.to_owned()) });
        let new = NewAccount { name: who, password: PASSWORD, pseudonym: who, email: None, grants: &grants };
        house.runtime.block_on(record.add_account(&new, None, now)).unwrap();
        let password = PASSWORD.replace(' ', "+");
        let signed = house.post("/sign-in", &format!("name={who}&password={password}"), &[]);
        assert_eq!(signed.status, 303, "{who}: {}", signed.text);
        Some(signed.header("set-cookie").split(';').next().unwrap().to_owned())
    });
    let cookies = cookies.collect();
    (house, cookies)
}

fn keeps(line: &str, statuses: &[&str], got: &[u16]) {
    assert_eq!(statuses.len(), got.len(), "{line}");
    for ((who, wanted), got) in WHO.iter().zip(statuses).zip(got) {
        let fine = match *wanted {
            "+" => matches!(got, 200 | 201 | 303),
            number => number.parse() == Ok(*got),
        };
        assert!(fine, "{line}: {who} should get {wanted} and got {got}");
    }
}

#[test]
fn everybody_opens_what_the_table_says_and_nothing_else() {
    let (house, cookies) = village("routes-read");
    for line in READING.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let got: Vec<u16> = cookies
            .iter()
            .map(|cookie| match cookie {
                Some(cookie) => house.get_with(words[0], &[("cookie", cookie)]).status,
                None => house.get(words[0]).status,
            })
            .collect();
        keeps(line, &words[1..], &got);
    }
}

#[test]
fn everybody_sends_what_the_table_says_and_nothing_else() {
    let (house, cookies) = village("routes-send");
    let record = house.record.clone().unwrap();
    for line in SENDING.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let got: Vec<u16> = cookies
            .iter()
            .map(|cookie| {
                let cookie: Vec<(&str, &str)> = cookie.iter().map(|cookie| ("cookie", cookie.as_str())).collect();
                let before = house.runtime.block_on(record.entries_since("mine", 0)).unwrap().len();
                let status = house.post(words[0], words[1], &cookie).status;
                let after = house.runtime.block_on(record.entries_since("mine", 0)).unwrap().len();
                let codes = words[0].ends_with("codes");
                assert_eq!(after > before, status < 400 && !codes, "{line}: what is refused is not recorded");
                status
            })
            .collect();
        keeps(line, &words[2..], &got);
    }
    let secret = house.runtime.block_on(record.entries_since("secret", 0)).unwrap();
    assert_eq!(secret.len(), 1, "nothing was added to what nobody may know of");
}

#[test]
fn a_page_of_another_site_sends_nothing_under_somebodys_cookie() {
    let (house, cookies) = village("routes-site");
    let clerk = cookies[2].as_deref().unwrap();
    let answer =
        house.post("/records/mine/desk/withheld", "entry=2&reason=a", &[("cookie", clerk), crate::house::OTHER_SITE]);
    assert_eq!(answer.status, 403);
    assert_eq!(house.runtime.block_on(house.record.clone().unwrap().entries_since("mine", 2)).unwrap().len(), 0);
}

#[test]
fn markup_and_statements_in_every_field_are_words_and_nothing_more() {
    let (house, _) = village("routes-words");
    let nasty = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%27%3B+DROP+TABLE+entries%3B--+%D9%85%D9%8A%D8%A7%D9%87+e%CC%81";
    let sent = house.post(
        "/records/mine/concern",
        &format!("topic={nasty}&words={nasty}&language=ar&place={nasty}&name={nasty}&consent=yes"),
        &[],
    );
    assert_eq!(sent.status, 201, "{}", sent.text);
    let told = house.runtime.block_on(house.record.clone().unwrap().entries_since("mine", 2)).unwrap();
    assert_eq!(told.len(), 1);
    let entry = told[0].sequence;
    let clerk = said(json!({"kind": "shown", "entry": entry}), Role::Clerk).stored().unwrap();
    let record = house.record.clone().unwrap();
    house.runtime.block_on(record.append("mine", Kind::Shown, clerk, None, Moment::now())).unwrap();
    for path in
        ["/records/mine", &format!("/records/mine/entries/{entry}"), "/records/mine/letter", "/records/mine/feed.atom"]
    {
        let page = house.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text.contains("<script>") && page.text.contains("&lt;script&gt;"), "{path}");
    }
    for (body, field) in [
        (format!("topic=a&words={}&language=en&consent=yes", "x".repeat(20_001)), "20001 characters"),
        ("topic=a&words=%00%07&language=en&consent=yes".to_owned(), "control character"),
        ("topic=a&words=b&language=english&consent=yes".to_owned(), "as a tag"),
        ("topic=a&words=b&language=en".to_owned(), "may be public"),
        ("topic=a&words=b&language=en&consent=yes&code=7QK2".to_owned(), "sixteen letters"),
        ("topic=a&words=b&language=en&consent=yes&code=7QK2-M9XV-0F3T-AC5E".to_owned(), "not known here"),
    ] {
        let sent = house.post("/records/mine/concern", &body, &[]);
        assert!(sent.status == 422 && sent.text.contains(field), "{field}: {} {}", sent.status, sent.text);
    }
    assert_eq!(house.post("/records/mine/concern", &"x".repeat(500_000), &[]).status, 413);
    for path in [
        "/records/nowhere",
        "/records/mine/entries/99",
        "/records/mine?as-of=2026-02-30",
        "/records/mine?lang=en&color=red",
    ] {
        assert!(matches!(house.get(path).status, 400 | 404), "{path}");
    }
}

//! Signing in and out and one's own account, as a browser without script meets them.

use adit_record::people::{NewAccount, Role, Where};
use adit_record::{Code, Moment};
use adit_server::rounds::Limits;

use crate::house::{Answer, House, OTHER_SITE};

const PASSWORD: &str = "three blue mussels";

/// A house with an account `anna`, a clerk.
fn house(name: &str) -> House {
    let house = House::new(&format!("people-{name}"), Limits::default());
    add(&house);
    house
}

fn add(house: &House) {
    let clerk = adit_record::people::Grant { role: Role::Clerk, at: Where::Project("keliber".to_owned()) };
    let new = NewAccount { name: "anna", password: PASSWORD, pseudonym: "Heron", email: None, grants: &[clerk] };
    house.runtime.block_on(house.record.as_ref().unwrap().add_account(&new, None, Moment::now())).unwrap();
}

fn codes(house: &House, count: usize) -> Vec<Code> {
    let until = Moment::from_seconds(Moment::now().seconds() + 3_600);
    let record = house.record.as_ref().unwrap();
    house.runtime.block_on(record.make_codes("keliber", count, until, None, Moment::now())).unwrap()
}

fn signed_in(house: &House) -> String {
    cookie(&house.post("/sign-in", "name=anna&password=three+blue+mussels", &[]))
}

/// The cookie that an answer gives.
fn cookie(answer: &Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text);
    answer.header("set-cookie").split(';').next().unwrap().to_owned()
}

#[test]
fn a_person_signs_in_sees_their_account_and_signs_out() {
    let house = house("in-and-out");
    assert_eq!(house.get("/account").header("location"), "/sign-in?next=/account");
    assert_eq!(house.get("/account/export").status, 401);
    let page = house.get("/sign-in?next=/rounds");
    assert!(page.text.contains("value=\"/rounds\"") && page.text.contains("type=\"password\""), "{}", page.text);
    let answer = house.post("/sign-in", "name=Anna&password=three+blue+mussels&next=/rounds", &[]);
    assert_eq!(answer.header("location"), "/rounds");
    let set = answer.header("set-cookie");
    assert!(set.contains("HttpOnly") && set.contains("SameSite=Lax") && !set.contains("Secure"), "{set}");
    let cookie = cookie(&answer);
    let account = house.get_with("/account", &[("cookie", &cookie)]);
    assert_eq!((account.status, account.header("cache-control")), (200, "no-store"));
    assert!(account.text.contains("Heron") && account.text.contains("clerk (project:keliber)"), "{}", account.text);
    assert!(!account.text.contains("<script") && !account.text.contains("style=\""));
    let export = house.get_with("/account/export", &[("cookie", &cookie)]);
    assert!(export.header("content-disposition").starts_with("attachment"));
    assert_eq!(export.json()["sign_in_name"], "anna");

    let out = house.post("/sign-out", "", &[("cookie", &cookie)]);
    assert!(out.header("set-cookie").contains("Max-Age=0"));
    assert_eq!(house.get_with("/account", &[("cookie", &cookie)]).status, 303, "a replayed session is refused");
    let elsewhere = house.post("/sign-in", "name=anna&password=three+blue+mussels&next=//evil.example", &[]);
    assert_eq!(elsewhere.header("location"), "/account");
}

#[test]
fn a_sign_in_gives_a_session_of_its_own_and_ends_the_one_before() {
    let house = house("fixation");
    let planted = format!("adit={}", "ab".repeat(32));
    let answer = house.post("/sign-in", "name=anna&password=three+blue+mussels", &[("cookie", &planted)]);
    let first = cookie(&answer);
    assert_ne!(first, planted);
    assert_eq!(house.get_with("/account", &[("cookie", &planted)]).status, 303);
    let again = house.post("/sign-in", "name=anna&password=three+blue+mussels", &[("cookie", &first)]);
    assert_ne!(cookie(&again), first);
    assert_eq!(house.get_with("/account", &[("cookie", &first)]).status, 303);
}

#[test]
fn what_is_wrong_is_told_alike_and_waits() {
    let house = house("wrong");
    let text = |name: &str| {
        let answer = house.post("/sign-in", &format!("name={name}&password=not+the+password"), &[]);
        assert_eq!(answer.status, 422);
        assert_eq!(answer.header("set-cookie"), "");
        answer.text.replace(name, "NAME")
    };
    assert_eq!(text("anna"), text("bert"));
    let hostile = house.post("/sign-in", "name=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&password=x", &[]);
    assert!(!hostile.text.contains("<script>"), "{}", hostile.text);
    let last = (0..6).map(|_| house.post("/sign-in", "name=carl&password=x", &[]).status).last();
    assert_eq!(last, Some(429));
    assert_eq!(house.post("/sign-in", "code=7QK2-M9XV-0F3T-AC5E", &[]).status, 422);
    assert_eq!(house.post("/sign-in", &"a=b&".repeat(50_000), &[]).status, 413);
}

#[test]
fn forms_of_other_sites_do_nothing() {
    let house = house("other-sites");
    let cookie = signed_in(&house);
    for (path, body) in [
        ("/sign-in", "name=anna&password=three+blue+mussels"),
        ("/sign-out", ""),
        ("/account", "action=end-sessions"),
        ("/account", "action=erase&password=three+blue+mussels"),
    ] {
        assert_eq!(house.post(path, body, &[("cookie", &cookie), OTHER_SITE]).status, 403, "{path}");
    }
    assert_eq!(house.get_with("/account", &[("cookie", &cookie)]).status, 200);
}

#[test]
fn a_password_is_changed_and_every_session_ends() {
    let house = house("password");
    let [one, two] = [signed_in(&house), signed_in(&house)];
    let change = |body: &str| house.post("/account", &format!("action=password&{body}"), &[("cookie", &one)]);
    assert_eq!(change("old=three+blue+mussels&new=a+wholly+new+one&again=another").status, 422);
    assert_eq!(change("old=three+blue+mussels&new=short&again=short").status, 422);
    assert_eq!(change("old=guessed&new=a+wholly+new+one&again=a+wholly+new+one").status, 422);
    assert_eq!(change("old=three+blue+mussels&new=a+wholly+new+one&again=a+wholly+new+one").status, 200);
    for cookie in [&one, &two] {
        assert_eq!(house.get_with("/account", &[("cookie", cookie)]).status, 303);
    }
    assert_eq!(house.post("/sign-in", "name=anna&password=three+blue+mussels", &[]).status, 422);
    assert_eq!(house.post("/sign-in", "name=anna&password=a+wholly+new+one", &[]).status, 303);
}

#[test]
fn a_code_opens_a_session_once_and_its_account_can_be_erased() {
    let house = house("code");
    let code = codes(&house, 1).remove(0).to_string().to_lowercase();
    let cookie = cookie(&house.post("/sign-in", &format!("code={code}"), &[]));
    assert_eq!(house.post("/sign-in", &format!("code={code}"), &[]).status, 422);
    let account = house.get_with("/account", &[("cookie", &cookie)]);
    assert!(account.text.contains("Participant ") && account.text.contains("participant (project:keliber)"));
    assert_eq!(house.post("/account", "action=erase&word=no", &[("cookie", &cookie)]).status, 422);
    assert_eq!(house.post("/account", "action=erase&word=ERASE", &[("cookie", &cookie)]).status, 200);
    assert_eq!(house.get_with("/account", &[("cookie", &cookie)]).status, 303);
}

#[test]
fn an_account_is_erased_by_its_password_only() {
    let house = house("erase");
    let cookie = signed_in(&house);
    assert_eq!(house.post("/account", "action=erase&password=guessed", &[("cookie", &cookie)]).status, 422);
    assert_eq!(house.post("/account", "action=erase&password=three+blue+mussels", &[("cookie", &cookie)]).status, 200);
    assert_eq!(house.post("/sign-in", "name=anna&password=three+blue+mussels", &[]).status, 422);
}

#[test]
fn behind_https_the_cookie_is_bound_to_the_host() {
    let house = House::behind_a_proxy("people-https");
    add(&house);
    let https = ("x-forwarded-proto", "https");
    let answer = house.post("/sign-in", "name=anna&password=three+blue+mussels", &[https]);
    let set = answer.header("set-cookie");
    assert!(set.starts_with("__Host-adit=") && set.ends_with("; Secure"), "{set}");
    let bound = cookie(&answer);
    assert_eq!(house.get_with("/account", &[https, ("cookie", &bound)]).status, 200);
    // A cookie that a page without encryption could have planted does not count.
    let plain = bound.replace("__Host-adit", "adit");
    assert_eq!(house.get_with("/account", &[https, ("cookie", &plain)]).status, 303);
}

#[test]
fn without_a_database_there_are_no_accounts_and_readers_are_told() {
    let house = House::without_database();
    for path in ["/sign-in", "/account", "/account/export"] {
        assert_eq!(house.get(path).status, 503, "{path}");
    }
    assert_eq!(house.post("/sign-in", "name=anna&password=x", &[]).status, 503);
}

#[test]
fn without_a_mail_server_the_pages_lead_to_a_letter_on_paper() {
    let house = house("paper");
    let page = house.get("/recover");
    assert!(page.text.contains("prints a letter") && !page.text.contains("Send me a code"), "{}", page.text);
    assert_eq!(house.post("/recover", "action=letter&address=anna%40example.org", &[]).status, 503);
    let record = house.record.as_ref().unwrap();
    let number = house.runtime.block_on(record.account_named("anna")).unwrap().number;
    let code = house.runtime.block_on(record.letter_on_paper(number, Moment::now())).unwrap();
    let recover = |new: &str, again: &str| {
        house.post("/recover", &format!("action=password&code={code}&new={new}&again={again}"), &[])
    };
    assert_eq!(recover("a+wholly+new+one", "another").status, 422);
    assert_eq!(recover("short", "short").status, 422);
    let done = recover("a+wholly+new+one", "a+wholly+new+one");
    assert!(done.status == 200 && done.text.contains("Your sign-in name is <strong>anna</strong>"), "{}", done.text);
    assert_eq!(recover("a+wholly+new+one", "a+wholly+new+one").status, 422, "the code works once");
    assert_eq!(house.post("/sign-in", "name=anna&password=a+wholly+new+one", &[]).status, 303);
    assert_eq!(house.post("/recover", "action=password", &[OTHER_SITE]).status, 403);
}

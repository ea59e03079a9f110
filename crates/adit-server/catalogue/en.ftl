# The public pages of a project's record. Every message stands here; other languages may lack some.
language-name = English
records = Records of projects
records-lead = What people fear, who answered, who promised what, and whether it was kept. Nothing here is a score.
records-none = No record is open here yet.
question = What was promised at { $title }, and was it kept?
lead = { $concerns ->
    [0] Nobody has said anything yet
    [one] One concern is on record
   *[other] { $concerns } concerns are on record
  }{ $unanswered ->
    [0] {""}
    [one] , one of them without an answer
   *[other] , { $unanswered } of them without an answer
  }; { $promises ->
    [0] nothing is promised yet
    [one] one promise is made
   *[other] { $promises } promises are made
  }{ $overdue ->
    [0] {""}
    [one] , and one is overdue
   *[other] , and { $overdue } are overdue
  }.
as-of = As of { $day }. Entries are counted, never people.
say-something = Say what worries you
join = Take part under a name of your own
check-receipt = Look up what you said with your code
letter = Letter of the month
feed = Feed
calendar = Calendar
export = The whole public record, to verify
desk = Desk
region = Region
office = Objections and requests go to
in-other-rooms = In the other rooms
rooms-region = What this region means for Europe's supply
rooms-project = What the project costs, earns, uses and emits
rooms-topic = What is known about this: figures of the project
clock-heading = Where it stands in the procedure
clock-none = No permit procedure is recorded.
clock-next = Next
clock-passed = Passed, and nothing in the record says that it was done
promises-heading = Promises
promises-none = Nothing is promised yet.
promise-by = { $by } to { $to }
promise-test = How to see whether it was kept
promise-due = By { $day }
state-open = { $days ->
    [0] the last day is today
    [one] one day left
   *[other] { $days } days left
  }
state-overdue = overdue since { $day }: nobody has said whether it was kept
state-kept = kept
state-late = late
state-broken = broken
state-disputed = disputed
state-withdrawn = withdrawn
state-by = said by { $who }
questions-heading = Waiting for an answer
questions-none = Every concern has an answer.
waits = { $days ->
    [0] since today
    [one] for one day
   *[other] for { $days } days
  }
concerns-heading = Concerns and answers
concerns-none = Nobody has said anything yet.
search = Search the words
search-do = Search
search-found = { $found ->
    [one] One entry holds "{ $words }"
   *[other] { $found } entries hold "{ $words }"
  }; the words found are marked.
topics = Topics, in the words of those who wrote
all-topics = all
answer = Answer
no-answer = No answer yet
evidence = Evidence
correction = Corrected by the author
disowned = The person in whose name this was written down says that it is not theirs.
more = Older entries
votes-heading = Statements to vote on
votes-announced = Opens on { $opens }, closes on { $closes }.
votes-open = Open until { $closes }: agree, disagree or pass, without an account.
votes-ended = Ended on { $closes }. The result appears when the round has been closed.
votes-closed = Closed: see what people agree on and what divides them.
consultations-heading = Consultations
consultation-days = { $opens } to { $closes }: { $days ->
    [one] one day
   *[other] { $days } days
  }, the opening day not counted
consultation-load = { $pages } pages to read, { $rate } a day
consultation-uncounted = { $count ->
    [one] one document without a number of pages
   *[other] { $count } documents without a number of pages
  }
meetings-heading = Meetings
present = { $count ->
    [one] one person came
   *[other] { $count } people came
  }
withheld-heading = Withheld
withheld-item = An entry of { $day } is withheld: { $reason }
object = Object
erased-item = The content of an entry of { $day } was destroyed ({ $ground }).
facts-heading = How people were heard, counted
facts-answered = Concerns with an answer
facts-median = Days to the first answer, the middle one
facts-waiting = Entries that wait for a clerk's look
facts-waiting-long = of these longer than promised
facts-meetings = Meetings held
facts-kept = Promises said to be kept
facts-broken = Promises said to be broken
head-heading = Proof
head-says = The head of this record: whoever keeps it can find later whether anything was rewritten or cut.
confirmed-account = confirmed by signing in
confirmed-code = confirmed by a code
confirmed-clerk = written down by a clerk
confirmed-none = not confirmed
role-participant = participant
role-clerk = clerk
role-company = company
role-authority = authority
role-editor = editor
role-administrator = administrator
somebody = somebody
form-title = Say what worries you
form-lead = Write it as you would say it, in your own language. No name is needed. A clerk looks at it within { $days } days; nothing is changed in your words.
field-code = Code, if you were given one
field-code-hint = Handed out at a meeting or sent in a letter. Without one your words are marked as not confirmed.
field-name = Name to show
field-name-hint = A name of your choice, or nothing.
field-topic = What it is about
field-topic-hint = One or two words of your own, as: water, dust, jobs.
field-words = What you want to say
field-language = Language of these words
field-place = Place it concerns
field-place-hint = As near or as far as you want to say, or nothing.
field-consent = These words may be public.
field-file = A picture or a document
field-file-hint = With a code or an account: PDF, PNG, JPEG, CSV or plain text, at most 20 MB. It becomes public with your words; place and device are taken out of pictures.
file-needs-code = A file is taken with a code or from an account; without one, send the words alone.
file-again = Choose the file again: it was not kept.
writes-as = You write as { $name }. To write without that name, sign out first.
send = Send
mend = Please mend
thanks = Thank you. It is in the record.
thanks-code = This is your code. Write it down: it is shown only now. With it you can see what became of your words, correct them, or say that they are not yours.
thanks-look = A clerk looks at it by { $day }; until then only you see it, with your code.
letter-title = { $title }: letter for { $month }
letter-new = New in this month
letter-nothing = Nothing was written in this month.
letter-how = You can answer on paper: hand it to { $office }, and a clerk will enter it word for word and give you a receipt.
letter-overdue = Overdue on { $day }
letter-coming = Due in the next two months
nothing-overdue = No promise is overdue.
nothing-coming = Nothing is due in the next two months.

language-name = Deutsch
records = Akten von Vorhaben
records-lead = Was Menschen befürchten, wer geantwortet hat, wer was versprochen hat und ob es gehalten wurde. Nichts hiervon ist eine Note.
records-none = Hier ist noch keine Akte eröffnet.
question = Was wurde bei { $title } versprochen, und wurde es gehalten?
lead = { $concerns ->
    [0] Noch hat niemand etwas gesagt
    [one] Ein Anliegen liegt vor
   *[other] { $concerns } Anliegen liegen vor
  }{ $unanswered ->
    [0] {""}
    [one] , eines davon ohne Antwort
   *[other] , { $unanswered } davon ohne Antwort
  }; { $promises ->
    [0] noch ist nichts versprochen
    [one] ein Versprechen ist gegeben
   *[other] { $promises } Versprechen sind gegeben
  }{ $overdue ->
    [0] {""}
    [one] , und eines ist überfällig
   *[other] , und { $overdue } sind überfällig
  }.
as-of = Stand { $day }. Gezählt werden Einträge, nie Menschen.
say-something = Sagen Sie, was Sie bewegt
join = Unter eigenem Namen mitmachen
check-receipt = Mit Ihrem Code nachsehen, was Sie gesagt haben
letter = Brief des Monats
feed = Feed
calendar = Kalender
export = Die ganze öffentliche Akte zum Nachprüfen
desk = Schreibtisch
region = Region
office = Widersprüche und Anträge gehen an
in-other-rooms = In den anderen Räumen
rooms-region = Was diese Region für Europas Versorgung bedeutet
rooms-project = Was das Vorhaben kostet, einbringt, verbraucht und ausstößt
rooms-topic = Was darüber bekannt ist: Zahlen des Vorhabens
clock-heading = Stand des Verfahrens
clock-none = Es ist kein Genehmigungsverfahren verzeichnet.
clock-next = Als Nächstes
clock-passed = Verstrichen, und nichts in der Akte sagt, dass es geschehen ist
promises-heading = Versprechen
promises-none = Noch ist nichts versprochen.
promise-by = { $by } an { $to }
promise-test = Woran man sieht, ob es gehalten wurde
promise-due = Bis { $day }
state-open = { $days ->
    [0] heute ist der letzte Tag
    [one] noch ein Tag
   *[other] noch { $days } Tage
  }
state-overdue = überfällig seit { $day }: niemand hat gesagt, ob es gehalten wurde
state-kept = gehalten
state-late = verspätet
state-broken = gebrochen
state-disputed = strittig
state-withdrawn = zurückgenommen
state-by = gesagt von { $who }
questions-heading = Noch ohne Antwort
questions-none = Jedes Anliegen hat eine Antwort.
waits = { $days ->
    [0] seit heute
    [one] seit einem Tag
   *[other] seit { $days } Tagen
  }
concerns-heading = Anliegen und Antworten
concerns-none = Noch hat niemand etwas gesagt.
search = In den Worten suchen
search-do = Suchen
topics = Themen, in den Worten derer, die schrieben
all-topics = alle
answer = Antwort
no-answer = Noch keine Antwort
evidence = Beleg
correction = Von der Verfasserin oder dem Verfasser berichtigt
more = Ältere Einträge
votes-heading = Aussagen zur Abstimmung
votes-announced = Öffnet am { $opens }, schließt am { $closes }.
votes-open = Offen bis { $closes }: zustimmen, ablehnen oder passen, ohne Konto.
votes-ended = Endete am { $closes }. Das Ergebnis erscheint, wenn die Runde geschlossen ist.
votes-closed = Geschlossen: worin sich die Menschen einig sind und was sie trennt.
consultations-heading = Beteiligungen
meetings-heading = Treffen
withheld-heading = Zurückgehalten
facts-heading = Wie Menschen gehört wurden, gezählt
head-heading = Nachweis
confirmed-account = durch Anmeldung bestätigt
confirmed-code = durch einen Code bestätigt
confirmed-clerk = von der Schreibstelle aufgenommen
confirmed-none = nicht bestätigt
role-participant = Beteiligte
role-clerk = Schreibstelle
role-company = Unternehmen
role-authority = Behörde
role-editor = Redaktion
role-administrator = Verwaltung
somebody = jemand
form-title = Sagen Sie, was Sie bewegt
form-lead = Schreiben Sie, wie Sie es sagen würden, in Ihrer Sprache. Ein Name ist nicht nötig. Die Schreibstelle sieht es sich binnen { $days } Tagen an; an Ihren Worten wird nichts geändert.
field-code = Code, wenn Sie einen bekommen haben
field-code-hint = Bei einem Treffen ausgeteilt oder im Brief geschickt. Ohne Code steht dabei, dass Ihre Worte nicht bestätigt sind.
field-name = Name, der gezeigt wird
field-name-hint = Ein Name Ihrer Wahl oder nichts.
field-topic = Worum es geht
field-topic-hint = Ein oder zwei eigene Wörter, etwa: Wasser, Staub, Arbeit.
field-words = Was Sie sagen möchten
field-language = Sprache dieser Worte
field-place = Ort, um den es geht
field-place-hint = So genau, wie Sie möchten, oder nichts.
field-consent = Diese Worte dürfen öffentlich sein.
field-file = Ein Bild oder ein Dokument
field-file-hint = Mit einem Code oder einem Konto: PDF, PNG, JPEG, CSV oder Text, höchstens 20 MB. Es wird mit Ihren Worten öffentlich; Ort und Gerät werden aus Bildern entfernt.
file-needs-code = Eine Datei wird mit einem Code oder von einem Konto angenommen; ohne beides senden Sie nur die Worte.
file-again = Wählen Sie die Datei noch einmal: Sie wurde nicht behalten.
writes-as = Sie schreiben als { $name }. Um ohne diesen Namen zu schreiben, melden Sie sich zuerst ab.
send = Senden
mend = Bitte ergänzen
thanks = Danke. Es steht in der Akte.
thanks-code = Das ist Ihr Code. Schreiben Sie ihn auf: Er wird nur jetzt gezeigt. Mit ihm sehen Sie, was aus Ihren Worten wurde, und können sie berichtigen.
thanks-look = Die Schreibstelle sieht es sich bis { $day } an; bis dahin sehen nur Sie es, mit Ihrem Code.
letter-title = { $title }: Brief für { $month }
letter-new = Neu in diesem Monat
letter-nothing = In diesem Monat wurde nichts geschrieben.
letter-overdue = Überfällig am { $day }
nothing-overdue = Kein Versprechen ist überfällig.

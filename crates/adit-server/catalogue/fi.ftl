language-name = Suomi
records = Hankkeiden asiakirjat
records-lead = Mitä ihmiset pelkäävät, kuka vastasi, kuka lupasi mitä ja pidettiinkö se. Mikään tästä ei ole pisteluku.
records-none = Täällä ei ole vielä avattu yhtään asiakirjaa.
question = Mitä hankkeessa { $title } luvattiin, ja pidettiinkö se?
lead = { $concerns ->
    [0] Kukaan ei ole vielä sanonut mitään
    [one] Kirjattuna on yksi huoli
   *[other] Kirjattuna on { $concerns } huolta
  }{ $unanswered ->
    [0] {""}
    [one] , yksi niistä ilman vastausta
   *[other] , { $unanswered } niistä ilman vastausta
  }; { $promises ->
    [0] mitään ei ole vielä luvattu
    [one] lupauksia on yksi
   *[other] lupauksia on { $promises }
  }{ $overdue ->
    [0] {""}
    [one] , ja yksi on myöhässä
   *[other] , ja { $overdue } on myöhässä
  }.
as-of = Tilanne { $day }. Merkinnät lasketaan, ei koskaan ihmisiä.
say-something = Kerro, mikä sinua huolettaa
join = Osallistu omalla nimimerkillä
check-receipt = Katso koodillasi, mitä sanoit
letter = Kuukauden kirje
feed = Syöte
calendar = Kalenteri
export = Koko julkinen asiakirja tarkistettavaksi
desk = Työpöytä
region = Alue
office = Huomautukset ja pyynnöt osoitetaan
in-other-rooms = Muissa huoneissa
rooms-region = Mitä tämä alue merkitsee Euroopan huollolle
rooms-project = Mitä hanke maksaa, tuottaa, kuluttaa ja päästää
rooms-topic = Mitä tästä tiedetään: hankkeen luvut
clock-heading = Missä menettely on
clock-none = Lupamenettelyä ei ole kirjattu.
clock-next = Seuraavaksi
clock-passed = Mennyt umpeen, eikä asiakirja kerro, että se olisi tehty
promises-heading = Lupaukset
promises-none = Mitään ei ole vielä luvattu.
promise-by = { $by }, saajana { $to }
promise-test = Mistä näkee, pidettiinkö se
promise-due = Viimeistään { $day }
state-open = { $days ->
    [0] tänään on viimeinen päivä
    [one] yksi päivä jäljellä
   *[other] { $days } päivää jäljellä
  }
state-overdue = myöhässä { $day } alkaen: kukaan ei ole sanonut, pidettiinkö se
state-kept = pidetty
state-late = myöhässä
state-broken = rikottu
state-disputed = kiistetty
state-withdrawn = peruttu
state-by = sanoi { $who }
questions-heading = Odottaa vastausta
questions-none = Jokaiseen huoleen on vastattu.
waits = { $days ->
    [0] tästä päivästä
    [one] yhden päivän
   *[other] { $days } päivää
  }
concerns-heading = Huolet ja vastaukset
concerns-none = Kukaan ei ole vielä sanonut mitään.
search = Hae sanoista
search-do = Hae
topics = Aiheet kirjoittajien omin sanoin
all-topics = kaikki
answer = Vastaus
no-answer = Ei vielä vastausta
evidence = Näyttö
correction = Kirjoittajan korjaama
more = Vanhempia merkintöjä
votes-heading = Väittämiä äänestettäväksi
votes-announced = Avautuu { $opens }, sulkeutuu { $closes }.
votes-open = Avoinna { $closes } asti: samaa mieltä, eri mieltä tai ohita, ilman tiliä.
votes-ended = Päättyi { $closes }. Tulos näkyy, kun kierros on suljettu.
votes-closed = Suljettu: katso, mistä ollaan samaa mieltä ja mikä jakaa.
consultations-heading = Kuulemiset
meetings-heading = Tapaamiset
withheld-heading = Pidätetty
facts-heading = Miten ihmisiä kuultiin, lukuina
head-heading = Todiste
confirmed-account = vahvistettu kirjautumalla
confirmed-code = vahvistettu koodilla
confirmed-clerk = kirjaajan merkitsemä
confirmed-none = vahvistamaton
role-participant = osallistuja
role-clerk = kirjaaja
role-company = yritys
role-authority = viranomainen
role-editor = toimittaja
role-administrator = ylläpitäjä
somebody = joku
form-title = Kerro, mikä sinua huolettaa
form-lead = Kirjoita niin kuin sanoisit, omalla kielelläsi. Nimeä ei tarvita. Kirjaaja katsoo sen { $days } päivän kuluessa; sanojasi ei muuteta.
field-code = Koodi, jos sait sellaisen
field-code-hint = Jaettu tapaamisessa tai lähetetty kirjeessä. Ilman koodia sanasi merkitään vahvistamattomiksi.
field-name = Näytettävä nimi
field-name-hint = Valitsemasi nimi tai ei mitään.
field-topic = Mitä se koskee
field-topic-hint = Yksi tai kaksi omaa sanaasi: vesi, pöly, työ.
field-words = Mitä haluat sanoa
field-language = Näiden sanojen kieli
field-place = Paikka, jota se koskee
field-place-hint = Niin tarkasti kuin haluat kertoa, tai ei mitään.
field-consent = Nämä sanat saavat olla julkisia.
field-file = Kuva tai asiakirja
field-file-hint = Koodilla tai tunnuksella: PDF, PNG, JPEG, CSV tai teksti, enintään 20 Mt. Siitä tulee julkinen sanojesi mukana; paikka ja laite poistetaan kuvista.
file-needs-code = Tiedosto otetaan vastaan koodilla tai tunnukselta; ilman niitä lähetä pelkät sanat.
file-again = Valitse tiedosto uudelleen: se ei säilynyt.
writes-as = Kirjoitat nimellä { $name }. Kirjoittaaksesi ilman sitä kirjaudu ensin ulos.
send = Lähetä
mend = Korjaa tämä
thanks = Kiitos. Se on asiakirjassa.
thanks-code = Tämä on koodisi. Kirjoita se muistiin: se näytetään vain nyt. Sillä näet, mitä sanoillesi tapahtui, ja voit korjata ne.
thanks-look = Kirjaaja katsoo sen viimeistään { $day }; siihen asti vain sinä näet sen koodillasi.
letter-title = { $title }: kirje, { $month }
letter-new = Uutta tässä kuussa
letter-nothing = Tässä kuussa ei kirjoitettu mitään.
letter-overdue = Myöhässä { $day }
nothing-overdue = Mikään lupaus ei ole myöhässä.

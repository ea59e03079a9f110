language-name = Español
records = Registros de proyectos
records-lead = Qué teme la gente, quién respondió, quién prometió qué y si se cumplió. Nada de esto es una nota.
records-none = Aquí todavía no hay ningún registro abierto.
question = ¿Qué se prometió en { $title }, y se cumplió?
lead = { $concerns ->
    [0] Nadie ha dicho nada todavía
    [one] Consta una inquietud
   *[other] Constan { $concerns } inquietudes
  }{ $unanswered ->
    [0] {""}
    [one] , una de ellas sin respuesta
   *[other] , { $unanswered } de ellas sin respuesta
  }; { $promises ->
    [0] todavía no se ha prometido nada
    [one] hay una promesa
   *[other] hay { $promises } promesas
  }{ $overdue ->
    [0] {""}
    [one] , y una está vencida
   *[other] , y { $overdue } están vencidas
  }.
as-of = A fecha de { $day }. Se cuentan entradas, nunca personas.
say-something = Diga lo que le preocupa
join = Participar con un nombre propio
check-receipt = Ver con su código lo que dijo
letter = Carta del mes
feed = Canal Atom
calendar = Calendario
export = Todo el registro público, para comprobarlo
desk = Mesa
region = Región
office = Las objeciones y solicitudes se dirigen a
in-other-rooms = En las otras salas
rooms-region = Qué significa esta región para el suministro de Europa
rooms-project = Qué cuesta, gana, consume y emite el proyecto
rooms-topic = Lo que se sabe de esto: cifras del proyecto
clock-heading = En qué punto está el procedimiento
clock-none = No consta ningún procedimiento de autorización.
clock-next = Lo siguiente
clock-passed = Vencido, y nada en el registro dice que se hiciera
promises-heading = Promesas
promises-none = Todavía no se ha prometido nada.
promise-by = { $by } a { $to }
promise-test = Cómo ver si se cumplió
promise-due = Hasta el { $day }
state-open = { $days ->
    [0] hoy es el último día
    [one] queda un día
   *[other] quedan { $days } días
  }
state-overdue = vencida desde el { $day }: nadie ha dicho si se cumplió
state-kept = cumplida
state-late = con retraso
state-broken = incumplida
state-disputed = en disputa
state-withdrawn = retirada
state-by = según { $who }
questions-heading = A la espera de respuesta
questions-none = Todas las inquietudes tienen respuesta.
waits = { $days ->
    [0] desde hoy
    [one] desde hace un día
   *[other] desde hace { $days } días
  }
concerns-heading = Inquietudes y respuestas
concerns-none = Nadie ha dicho nada todavía.
search = Buscar en las palabras
search-do = Buscar
topics = Temas, con las palabras de quienes escribieron
all-topics = todos
answer = Respuesta
no-answer = Sin respuesta todavía
evidence = Prueba
correction = Corregido por su autor o autora
more = Entradas anteriores
votes-heading = Afirmaciones para votar
votes-announced = Abre el { $opens }, cierra el { $closes }.
votes-open = Abierta hasta el { $closes }: de acuerdo, en desacuerdo o pasar, sin cuenta.
votes-ended = Terminó el { $closes }. El resultado aparece cuando se cierre la ronda.
votes-closed = Cerrada: vea en qué hay acuerdo y qué divide.
consultations-heading = Consultas
meetings-heading = Reuniones
withheld-heading = Retenido
facts-heading = Cómo se escuchó a la gente, en números
head-heading = Comprobación
confirmed-account = confirmado con una cuenta
confirmed-code = confirmado con un código
confirmed-clerk = anotado por la secretaría
confirmed-none = sin confirmar
role-participant = participante
role-clerk = secretaría
role-company = empresa
role-authority = autoridad
role-editor = redacción
role-administrator = administración
somebody = alguien
form-title = Diga lo que le preocupa
form-lead = Escríbalo como lo diría, en su lengua. No hace falta ningún nombre. La secretaría lo mira en un plazo de { $days } días; sus palabras no se cambian.
field-code = Código, si le dieron uno
field-code-hint = Entregado en una reunión o enviado por carta. Sin él, sus palabras constan como no confirmadas.
field-name = Nombre que se muestra
field-name-hint = El que usted elija, o ninguno.
field-topic = De qué se trata
field-topic-hint = Una o dos palabras suyas: agua, polvo, empleo.
field-words = Lo que quiere decir
field-language = Lengua de estas palabras
field-place = Lugar al que se refiere
field-place-hint = Tan cerca o tan lejos como quiera decir, o nada.
field-consent = Estas palabras pueden ser públicas.
field-file = Una imagen o un documento
field-file-hint = Con un código o una cuenta: PDF, PNG, JPEG, CSV o texto, 20 MB como máximo. Se hace público con sus palabras; de las imágenes se quitan el lugar y el aparato.
file-needs-code = Un archivo se admite con un código o desde una cuenta; sin ellos, envíe solo las palabras.
file-again = Elija el archivo otra vez: no se guardó.
writes-as = Escribe como { $name }. Para escribir sin ese nombre, salga primero de su cuenta.
send = Enviar
mend = Por favor, corrija
thanks = Gracias. Consta en el registro.
thanks-code = Este es su código. Anótelo: solo se muestra ahora. Con él puede ver qué fue de sus palabras y corregirlas.
thanks-look = La secretaría lo mira antes del { $day }; hasta entonces solo lo ve usted, con su código.
letter-title = { $title }: carta de { $month }
letter-new = Nuevo este mes
letter-nothing = Este mes no se escribió nada.
letter-overdue = Vencido el { $day }
nothing-overdue = Ninguna promesa está vencida.

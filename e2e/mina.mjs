// A made-up record that tests open in a database of their own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Opens the record `mina`, with the clock file that is given, if one is. */
export function openMina(adit, folder, clock = '') {
  writeFileSync(join(folder, 'mina.toml'), `format = 1
kind = "project"
confirmed = "account"
title = "Mina do Barranco"
summary = "A made-up mine, so that nobody's record is played with."
country = "PT"
region = "PT11"
look_within_days = 7
office = "Town hall, room 4"
${clock === '' ? '' : `clock = """\n${clock}"""\n`}[author]
role = "editor"
name = "Town hall"
`);
  adit(['voice', 'open', 'mina', 'mina.toml']);
}

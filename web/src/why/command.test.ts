import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { command } from './command.ts';

test('a shell reads the id back unchanged', () => {
  for (const id of ['risk.sr/lithium', 'risk.sr/lithium?edition=ec-2023&draws=100', "a'b $HOME *"]) {
    const said = execFileSync('sh', ['-c', command(id).replace('adit why', "printf '%s'")], { encoding: 'utf8' });
    assert.equal(said, id);
  }
});

test('a plain id needs no quotes', () => {
  assert.equal(command('risk.sr/magnesium/processing'), 'adit why risk.sr/magnesium/processing');
});

// Writes the client's types from the description of the API that the server generates (docs/openapi.json).
// With --check it writes nothing and fails where the committed types are not those of the description.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const DESCRIPTION = fileURLToPath(new URL('../docs/openapi.json', import.meta.url));
const TYPES = fileURLToPath(new URL('src/api/schema.d.ts', import.meta.url));

const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8'));
// The client names addresses, never operations; without their names each stands at its own address.
for (const path of Object.values(description.paths)) for (const operation of Object.values(path)) delete operation.operationId;

const text = `// Generated from docs/openapi.json by \`npm run types\`; not to be changed by hand.\n\n${astToString(await openapiTS(description))}`;
if (process.argv.includes('--check')) {
  if (readFileSync(TYPES, 'utf8') !== text) {
    console.error('src/api/schema.d.ts is not that of docs/openapi.json: run `npm run types`.');
    process.exit(1);
  }
} else {
  writeFileSync(TYPES, text);
}

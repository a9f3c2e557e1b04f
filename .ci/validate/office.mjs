// Holds workbooks and Word files against the schemas of Office Open XML (Open XML SDK as WebAssembly).
// usage: node office.mjs FOLDER_OF_NODE_MODULES < names of files, one a line
// Exit code 1 if a file breaks a rule, 2 if the judge itself could not work.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import path from "node:path";

const VERSION = "Microsoft365";
const MOST = 8;

const entry = path.join(process.argv[2], "@ooxml-tools/validate/dist/npm/index.js");
let validate;
try {
  ({ default: validate } = await import(pathToFileURL(entry)));
} catch (error) {
  console.error(`OOXML: ${error}`);
  process.exit(2);
}

let looked = 0;
let failed = 0;
for await (const file of createInterface({ input: process.stdin })) {
  looked += 1;
  let faults;
  try {
    const bytes = new Uint8Array(await readFile(file));
    const found = await validate(bytes, path.extname(file).slice(1), VERSION);
    faults = Array.isArray(found) ? found : found.errors ?? [];
  } catch (error) {
    faults = [{ description: String(error) }];
  }
  if (faults.length > 0) {
    failed += 1;
    console.log(`       ${file}`);
    for (const it of faults.slice(0, MOST)) {
      console.log(`         ${it.description ?? JSON.stringify(it)} ${it.path?.xpath ?? ""}`);
    }
  }
}
if (looked === 0) {
  console.error("OOXML: no files were named");
  process.exit(2);
}
console.log(`  ${failed === 0 ? "ok  " : "FAIL"} OOXML: ${looked} files, ${failed} fail`);
process.exit(failed === 0 ? 0 : 1);

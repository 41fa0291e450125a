// Answers each line of JSON from stdin with what the built bundle says of that state.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";

const source = await readFile(process.argv[2], "base64");
const bundle = await import(`data:text/javascript;base64,${source}`);

for await (const line of createInterface({ input: process.stdin })) {
  const view = JSON.parse(line);
  const { marks, rows, question, sentence, description } = bundle;
  console.log(JSON.stringify({
    marks: marks(view.state, view.covered, view.spec),
    rows: rows(view),
    question: question(view),
    sentence: sentence(view),
    description: description(view),
  }));
}

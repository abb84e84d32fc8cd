// Uploads with Node's fetch and counts the responses that arrive: node fetch.mjs URL BYTES ROUNDS
const [url, bytes, rounds] = process.argv.slice(2);
const body = Buffer.alloc(Number(bytes), "a");
let seen = 0;
for (let round = 0; round < Number(rounds); round++) {
  try {
    const response = await fetch(`${url}/photos/new.jpg`, { method: "PUT", body });
    const text = await response.text();
    if (response.status === 404 && text.endsWith("</Error>")) seen++;
  } catch {
    // The connection was reset before the response was read.
  }
}
console.log(seen);

// Stands in for Azure's metadata service of one machine: its name, and Scheduled Events.
//
//   node scheduled-events.mjs FOLDER CALLS
//
// FOLDER/port gets the port. FOLDER/events.json is what is announced, FOLDER/status another status than 200 for all answers,
// FOLDER/post-status one for what is told. What is told is a line `told EVENT` in CALLS.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, calls] = process.argv.slice(2);
const read = (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').trim() : undefined);

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://localhost');
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const failing = read('status') ?? (request.method === 'POST' ? read('post-status') : undefined);
    if (failing) {
      return response.writeHead(Number(failing)).end('failing as told');
    }
    if (request.headers.metadata !== 'true' || request.headers['x-forwarded-for']) {
      return response.writeHead(400).end('Bad Request');
    }
    if (url.pathname === '/metadata/instance/compute/name' && url.searchParams.get('format') === 'text') {
      return response.end('vm-trakcare-prod-db-0');
    }
    if (url.pathname !== '/metadata/scheduledevents' || url.searchParams.get('api-version') !== '2020-07-01') {
      return response.writeHead(404).end('Not Found');
    }
    if (request.method === 'POST') {
      for (const { EventId } of JSON.parse(body).StartRequests) {
        appendFileSync(calls, `told ${EventId}\n`);
      }
      return response.end();
    }
    return response.end(read('events.json'));
  });
});

server.listen(0, '127.0.0.1', () => writeFileSync(join(folder, 'port'), String(server.address().port)));

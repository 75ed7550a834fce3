// Stands in for Web Gateway and instances: answers for the member that the path names, or for this machine's own, as the files in the
// folder of the first argument say (member-1, member-2, local: a status); an application answers 200 with its path.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const [folder, port] = process.argv.slice(2);

createServer((request, response) => {
  const path = request.url.split('?')[0];
  if (path.endsWith('/mirror_status.cxw')) {
    const member = /iris-azure-(member-\d+)/.exec(path)?.[1] ?? 'local';
    const status = Number(readFileSync(join(folder, member), 'utf8'));
    response.writeHead(status).end(status === 200 ? 'SUCCESS' : 'FAILED');
  } else {
    response.writeHead(200).end(`application ${path}`);
  }
}).listen(Number(port), '127.0.0.1');

// A stand-in, on loopback, of what a machine asks Azure for: the metadata service, Key Vault and Blob storage.
//
// node azure.mjs FOLDER: writes the port that it took to FOLDER/port, and reads from FOLDER, anew for each request:
// - secrets.json {NAME: {VERSION: {value, contentType, tags}}}, whose versions are in order, the last one newest;
// - certificates.json {URL path below /certificates: {VERSION: {cer, attributes}}};
// - blobs/NAME, a blob of the container kits;
// - events.json, Scheduled Events;
// - faults, lines `N KIND [ARGUMENT]`: what happens to the N-th request counted in FOLDER/requests: a status with a Retry-After as
//   argument, `hang`, `reset` (the connection ends without an answer), `truncate` (half of the body), `words` (no JSON).
// - denied, a file: while it is there every token is refused by the vault and by storage (403).
// Requests are noted in FOLDER/requests, `METHOD PATH?QUERY`, never with a token.
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const folder = process.argv[2];
const file = (name) => join(folder, name);
const read = (name) => (existsSync(file(name)) ? JSON.parse(readFileSync(file(name), 'utf8')) : {});
const lines = (name) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : []);
const tokenOf = (resource, serial) =>
  `secret-token.${Buffer.from(`${resource} ${serial}`).toString('base64url')}.signature`;
const error = (status, code, message) => ({ status, body: JSON.stringify({ error: { code, message } }) });
const json = (value) => ({ status: 200, body: JSON.stringify(value) });

/** The serial of tokens that are accepted: a test raises it, and tokens of before are refused. */
const serial = () => (existsSync(file('serial')) ? readFileSync(file('serial'), 'utf8').trim() : '1');

function metadata(request, url) {
  if (request.headers.metadata !== 'true') return error(400, 'bad_request', 'Required metadata header not specified');
  if (url.pathname === '/metadata/identity/oauth2/token') {
    const resource = url.searchParams.get('resource');
    if (!resource || !url.searchParams.get('api-version'))
      return error(400, 'invalid_request', 'resource and api-version');
    const client = url.searchParams.get('client_id');
    if (client && client !== '11111111-2222-3333-4444-555555555555')
      return {
        status: 400,
        body: JSON.stringify({ error: 'invalid_request', error_description: 'Identity not found' }),
      };
    return json({ access_token: tokenOf(resource, serial()), expires_in: '3600', resource, token_type: 'Bearer' });
  }
  if (url.pathname === '/metadata/instance/compute') return json({ location: 'westeurope', zone: '2' });
  if (url.pathname === '/metadata/scheduledevents') return json(read('events.json'));
  return error(404, 'not_found', 'no such metadata');
}

function authorized(request, resource) {
  if (request.headers.authorization !== `Bearer ${tokenOf(resource, serial())}`)
    return error(401, 'Unauthorized', 'AKV10022: Invalid audience or expired token');
  if (existsSync(file('denied'))) return error(403, 'Forbidden', 'Caller is not authorized to perform action');
  return undefined;
}

function vault(request, url, origin) {
  const refused = authorized(request, 'https://vault.azure.net');
  if (refused) return refused;
  if (url.searchParams.get('api-version') !== '7.4') return error(400, 'BadParameter', 'api-version');
  const [, kind, name, version] = url.pathname.split('/');
  const versions = read(`${kind}.json`)[name];
  if (!versions) return error(404, 'NotFound', `A ${kind} with (name/id) ${name} was not found in this key vault.`);
  const id = (which) => `${origin}/${kind}/${name}/${which}`;
  if (version === 'versions') {
    // Two to a page.
    const all = Object.entries(versions);
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const page = all.slice(from, from + 2).map(([key, { attributes }]) => ({ id: id(key), attributes }));
    const more = from + 2 < all.length;
    return json({
      value: page,
      nextLink: more ? `${origin}${url.pathname}?api-version=7.4&$skiptoken=${from + 2}` : null,
    });
  }
  const wanted = version ?? Object.keys(versions).at(-1);
  if (!versions[wanted]) return error(404, 'NotFound', `no version ${wanted}`);
  return json({ id: id(wanted), ...versions[wanted] });
}

function blob(request, url) {
  const refused = authorized(request, 'https://storage.azure.com/');
  if (refused) return { ...refused, headers: { 'x-ms-error-code': 'AuthorizationPermissionMismatch' } };
  if (!request.headers['x-ms-version']) return error(400, 'MissingRequiredHeader', 'x-ms-version');
  const path = file(`blobs/${url.pathname.split('/')[2]}`);
  if (!existsSync(path)) return { status: 404, body: '<Error/>', headers: { 'x-ms-error-code': 'BlobNotFound' } };
  const { size } = statSync(path);
  const range = /^bytes=(\d+)-$/.exec(request.headers.range ?? '');
  if (!range || existsSync(file('no-ranges'))) return { status: 200, body: readFileSync(path) };
  const from = Number(range[1]);
  if (from >= size) return { status: 416, body: '', headers: { 'content-range': `bytes */${size}` } };
  return {
    status: 206,
    body: readFileSync(path).subarray(from),
    headers: { 'content-range': `bytes ${from}-${size - 1}/${size}` },
  };
}

const server = createServer((request, response) => {
  const origin = `http://127.0.0.1:${server.address().port}`;
  const url = new URL(request.url, origin);
  appendFileSync(file('requests'), `${request.method} ${request.url}\n`);
  const number = lines('requests').length;
  const fault = lines('faults')
    .map((line) => line.split(' '))
    .find(([at]) => Number(at) === number);
  if (fault?.[1] === 'hang') return;
  if (fault?.[1] === 'reset') {
    request.socket.destroy();
    return;
  }
  const answer = /^\d+$/.test(fault?.[1] ?? '')
    ? { ...error(Number(fault[1]), 'Fault', 'told to fail'), headers: fault[2] ? { 'retry-after': fault[2] } : {} }
    : url.pathname.startsWith('/metadata/')
      ? metadata(request, url)
      : url.pathname.startsWith('/kits/')
        ? blob(request, url)
        : vault(request, url, origin);
  const body = Buffer.from(fault?.[1] === 'words' ? 'not JSON' : answer.body);
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  if (fault?.[1] !== 'truncate') {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, body.length / 2), () => request.socket.end());
});
server.listen(0, '127.0.0.1', () => writeFileSync(file('port'), String(server.address().port)));

import { createServer, type Server } from 'node:http';
import { type AddressInfo, type Socket } from 'node:net';

/** A server on loopback. */
export interface Loopback {
  readonly port: number;
  /** Breaks the connection of a client, as a network does that fails. */
  reset(clientPort: number | undefined): void;
  close(): Promise<void>;
}

/**
 * Listens on loopback as a proxy that leads to one server, whatever host a client asks for: nothing that is sent to it
 * leaves the machine. The server itself does not listen.
 */
export async function listenAsProxy(target: Server): Promise<Loopback> {
  const sockets = new Map<number | undefined, Socket>();
  const proxy = createServer((_request, response) => {
    response.writeHead(501).end();
  });
  proxy.on('connect', (_request, socket: Socket, head) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.on('close', () => sockets.delete(remotePort));
    socket.on('error', () => socket.destroy());
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.unshift(head);
    target.emit('connection', socket);
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: (proxy.address() as AddressInfo).port,
    reset: (clientPort) => sockets.get(clientPort)?.resetAndDestroy(),
    close: async () => {
      sockets.forEach((socket) => socket.destroy());
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

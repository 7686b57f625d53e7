/** Hocuspocus in a process of its own, as it ships but for how long it holds broadcasts back: its argument, in milliseconds. */
import { Server } from '@hocuspocus/server';

const server = new Server({ address: '127.0.0.1', port: 0, quiet: true, flushDelay: Number(process.argv[2]) });
await server.listen();
process.send?.({ port: server.address.port });

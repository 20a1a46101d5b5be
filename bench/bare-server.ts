// The least that a server can do, to compare with: `node bench/bare-server.ts PORT BYTES`.
import fastify from 'fastify';

const [port = '0', bytes = '20'] = process.argv.slice(2);
const text = 'x'.repeat(Math.max(0, Number(bytes) - 10));
const app = fastify();
app.get('/json', async () => ({ text }));
app.get('/empty', async (_request, reply) =>
  reply.type('text/html').send('<!doctype html><html lang="es"><title>.</title><p>Articula</p></html>'),
);
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.on('SIGTERM', () => void app.close());

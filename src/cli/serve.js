import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { BUILD, fail, ROOT } from './node.js';

const PORT = portFrom(process.env.PORT ?? '4173');
const HOST = process.env.HOST;
const ADDRESS_HEADER = process.env.ADDRESS_HEADER?.toLowerCase();
/** "localhost" means one or the other, depending on the machine. */
const LOOPBACKS = ['127.0.0.1', '::1'];
/** Requests under way may finish for so long; who stops containers waits ten seconds. */
const GRACE_MS = 8000;
/** Longer than a proxy keeps an idle connection, Caddy two minutes: who closes first cuts off the request that just comes on it. */
const IDLE_MS = 125_000;
/** Whoever pressed Ctrl-C waits for it. */
const CTRL_C_GRACE_MS = 700;

const HEADERS = {
	// Files whose name holds a hash get another one from the handler.
	'Cache-Control': 'no-cache',
	// Not allowed in the page's own <meta>.
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff'
};

if (!existsSync(join(BUILD, 'handler.js'))) fail('There is no build; run "npm start".');
// Without this the handler takes every request for https, and refuses forms sent over http.
if (!process.env.ORIGIN) process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
// A push of a thousand events; what is larger is refused by the team server itself.
process.env.BODY_SIZE_LIMIT ??= '5M';
process.env.DATA_DIR ??= join(ROOT, 'data');
const { handler } = await import(pathToFileURL(join(BUILD, 'handler.js')).href);

/** @type {import('node:http').Server[]} */
const servers = [];
/** @type {Set<import('node:http').ServerResponse>} */
const underWay = new Set();
let isStopping = false;
const [first = '', ...others] = HOST ? [HOST] : LOOPBACKS;
const port = await listen(first, PORT);
for (const host of others) await listen(host, port);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
	process.on(signal, stop);
process.on('disconnect', stop);

const address = `http://${addressOf(HOST)}:${port}`;
console.log(`Sitewalk is ready: ${address}`);
if (HOST === '0.0.0.0' || HOST === '::') {
	for (const address of addressesOnNetwork())
		console.log(`On this network: http://${address}:${port}`);
	console.log('Other devices can keep Sitewalk for offline use only over https.');
}
/** @type {import('node:events').EventEmitter} */ (process).emit('sitewalk-listening', address);

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>} the port, which the system chose when 0 was asked for
 */
function listen(host, port) {
	const server = createServer((request, response) => {
		request.headers['x-forwarded-proto'] ??= 'http';
		// Who asks past the proxy, as a health check does, is known by his own address.
		if (ADDRESS_HEADER) request.headers[ADDRESS_HEADER] ??= request.socket.remoteAddress;
		for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
		if (request.headers['x-forwarded-proto'] === 'https')
			response.setHeader('Strict-Transport-Security', 'max-age=15552000');
		underWay.add(response);
		response.once('close', () => {
			underWay.delete(response);
			if (isStopping && underWay.size === 0) process.exit();
		});
		handler(request, response, () => response.writeHead(404).end());
	});
	server.keepAliveTimeout = IDLE_MS;
	return new Promise((resolve) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ { code, message }) => {
			if (host === '::1' && (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT')) resolve(port);
			else if (code === 'EADDRINUSE') {
				fail(
					`Port ${port} is in use already. Stop what uses it, or choose another: PORT=${port + 1} npm start`
				);
			} else fail(`Cannot listen on ${host}, port ${port}: ${message}`);
		});
		server.listen({ host, port }, () => {
			servers.push(server);
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/** A push under way is answered; a stream has no end of its own, and its device comes again by itself. */
/** @param {unknown} [signal] */
function stop(signal) {
	if (isStopping || underWay.size === 0) process.exit();
	isStopping = true;
	for (const server of servers) server.close();
	for (const response of underWay)
		if (response.getHeader('content-type') === 'text/event-stream') response.destroy();
	setTimeout(() => process.exit(), signal === 'SIGINT' ? CTRL_C_GRACE_MS : GRACE_MS);
}

/** @param {string | undefined} host */
function addressOf(host) {
	if (!host || host === '0.0.0.0' || host === '::') return 'localhost';
	return host.includes(':') ? `[${host}]` : host;
}

function addressesOnNetwork() {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ family, internal }) => family === 'IPv4' && !internal)
		.map(({ address }) => address);
}

/** @param {string} word */
function portFrom(word) {
	const port = Number(word);
	if (word.trim() !== '' && Number.isInteger(port) && port >= 0 && port < 65_536) return port;
	return fail(`PORT must be a number from 0 to 65535; it is "${word}".`);
}

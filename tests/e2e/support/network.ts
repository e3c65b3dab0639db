import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The way between the browser and a server, with everything that goes wrong on it. */
export interface Network {
	readonly port: number;
	/** Where requests go, to one server after the other; none is a pulled cable. */
	connect(...ports: readonly number[]): Promise<void>;
	/** Requests for such paths are cut off, as an ad blocker or a dying link does. */
	cut(path: RegExp | undefined): void;
	/** Requests for such paths are answered with a sign-in page, as a hotel does. */
	lie(path: RegExp | undefined): void;
	/** Requests for such paths reach the server, and its reply reaches nobody. */
	lose(path: RegExp | undefined): void;
	/** Requests for such paths are answered only once there is no such path any more. */
	hold(path: RegExp | undefined): void;
	/** Called with each path that goes on to the server, and that server's port. */
	watch(onrequest: ((path: string, port: number) => void) | undefined): void;
}

export async function createNetwork(): Promise<Network> {
	let targets: readonly number[] = [];
	let turn = 0;
	let isCut: RegExp | undefined;
	let isLie: RegExp | undefined;
	let isLost: RegExp | undefined;
	let onrequest: ((path: string, port: number) => void) | undefined;
	let isHeld: RegExp | undefined;
	let release = () => {};
	let released = Promise.resolve();

	const server = createServer((asked, answer) => {
		const path = asked.url ?? '/';
		if (isCut?.test(path)) asked.socket.destroy();
		else if (isLie?.test(path)) signIn(answer);
		else {
			const target = targets[turn++ % targets.length];
			if (target === undefined) return;
			onrequest?.(path, target);
			passOn(target, asked, answer, {
				isLost: () => isLost?.test(path) ?? false,
				isReady: () => (isHeld?.test(path) ? released : undefined)
			});
		}
	});
	// A connection that is closed for being idle would cut off the request that just comes on it.
	server.keepAliveTimeout = 0;
	const listen = (port: number) =>
		new Promise<void>((resolve) => server.listen({ host: 'localhost', port }, resolve));
	await listen(0);
	const { port } = server.address() as AddressInfo;

	return {
		port,
		async connect(...next) {
			targets = next;
			if (next.length > 0 && !server.listening) await listen(port);
			if (next.length > 0 || !server.listening) return;
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
		cut: (path) => (isCut = path),
		lie: (path) => (isLie = path),
		lose: (path) => (isLost = path),
		hold(path) {
			release();
			isHeld = path;
			released = new Promise((resolve) => (release = resolve));
		},
		watch: (next) => (onrequest = next)
	};
}

function passOn(
	port: number,
	asked: IncomingMessage,
	answer: ServerResponse,
	line: { isLost(): boolean; isReady(): Promise<void> | undefined }
) {
	const { method = 'GET', url = '/', headers } = asked;
	const onward = request({ host: '127.0.0.1', port, path: url, method, headers }, async (told) => {
		await line.isReady();
		if (line.isLost()) return void asked.socket.destroy();
		answer.writeHead(told.statusCode ?? 502, told.headers);
		told.pipe(answer);
	});
	onward.on('error', () => asked.socket.destroy());
	asked.pipe(onward);
}

function signIn(answer: ServerResponse) {
	answer.writeHead(200, { 'content-type': 'text/html' });
	answer.end('<!doctype html><title>Guest network</title><h1>Sign in to go on</h1>');
}

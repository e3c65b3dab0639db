/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
import { build, files, prerendered, version } from '$service-worker';
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, Route, Router } from 'workbox-routing';
import type { WorkerMessage, WorkerStatus } from './lib/device/offline-words';

const worker = self as unknown as ServiceWorkerGlobalScope;

/** The one prerendered page; it serves every address, because all data is on the device. */
const SHELL = '/';
const CACHES = 'sitewalk-';
/** A cache of its own for each build: an installation that fails cannot harm the build in use. */
const CACHE = CACHES + version;
/** The key that says in a cache whether its build is in use, or was in use just before. */
const USE = '/sitewalk-use';
/** As many requests at once as a browser allows to one HTTP/1.1 server. */
const LANES = 6;

/** For whoever visits the server, and of no use on a device without a network. */
const NOT_KEPT = /^\/(screenshots\/|schema\/openapi)/;

const precache = new PrecacheController({ cacheName: CACHE });
precache.addToCacheList([
	...build.map((url) => ({ url, revision: null })),
	...[...files.filter((url) => !NOT_KEPT.test(url)), ...prerendered].map((url) => ({
		url,
		revision: version
	}))
]);

const router = new Router();
router.registerRoute(new PrecacheRoute(precache, { directoryIndex: '', cleanURLs: false }));
// A tab of the build before still asks for that build's files.
router.registerRoute(
	new Route(
		({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/_app/immutable/'),
		async ({ request }) => (await caches.match(request)) ?? fetch(request)
	)
);
router.registerRoute(
	new NavigationRoute(precache.createHandlerBoundToURL(SHELL), {
		denylist: [/^\/api\//, /^\/_app\//, /^\/schema\//]
	})
);

worker.addEventListener('install', (event) => event.waitUntil(fill()));

// Taking charge at once lets the very first visit go on without a network.
worker.addEventListener('activate', (event) =>
	event.waitUntil(Promise.all([retire(), worker.clients.claim()]))
);

worker.addEventListener('fetch', (event) => {
	// WebKit lost the body of a request that a worker passed on.
	if (event.request.method !== 'GET') return;
	const response = router.handleRequest({ request: event.request, event });
	if (response) event.respondWith(response);
});

worker.addEventListener('message', (event) => {
	const { type } = event.data as WorkerMessage;
	if (type === 'SKIP_WAITING') event.waitUntil(worker.skipWaiting());
	if (type === 'status') event.waitUntil(status().then(reply));
	if (type === 'repair') event.waitUntil(fill().then(status, status).then(reply));

	function reply(answer: WorkerStatus) {
		event.ports[0]?.postMessage(answer);
	}
});

/** Fetches what is missing. One failure fails all, and what has arrived is there for the next try. */
async function fill() {
	const cache = await caches.open(CACHE);
	const missing = await missingFrom(cache);
	const lane = async () => {
		for (let next = missing.pop(); next; next = missing.pop()) await keep(cache, ...next);
	};
	await Promise.all(Array.from({ length: LANES }, lane));
}

async function keep(cache: Cache, url: string, key: string) {
	// Without a revision the name holds a hash of the content: the build before may have the same file.
	const isImmutable = url === key;
	const response =
		(isImmutable ? await caches.match(key) : undefined) ??
		(await fetch(url, { cache: isImmutable ? 'default' : 'reload', credentials: 'same-origin' }));
	if (!(await isOurs(url, response))) throw new Error(`${url} did not arrive as it should.`);
	await cache.put(key, response);
}

/** A network that wants a sign-in answers with its own page, and a server may be a build ahead of us. */
async function isOurs(url: string, response: Response): Promise<boolean> {
	if (!response.ok || response.redirected) return false;
	const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
	if (!prerendered.includes(new URL(url).pathname)) return !isPage;
	const named = (await response.clone().text()).match(/\/_app\/immutable\/[\w./-]+/g) ?? [];
	return named.length > 0 && named.every((file) => build.includes(file));
}

async function missingFrom(cache: Cache): Promise<[url: string, key: string][]> {
	const held = new Set((await cache.keys()).map(({ url }) => url));
	return [...precache.getURLsToCacheKeys()].filter(([, key]) => !held.has(key));
}

async function status(): Promise<WorkerStatus> {
	const missing = await missingFrom(await caches.open(CACHE));
	const expected = precache.getURLsToCacheKeys().size;
	return { version, cached: expected - missing.length, expected };
}

/** Keeps the build that was in use until now, for its open tabs, and deletes those before and beside it. */
async function retire() {
	const others = (await caches.keys()).filter((name) => name.startsWith(CACHES) && name !== CACHE);
	for (const name of others) {
		const cache = await caches.open(name);
		const use = await (await cache.match(USE))?.text();
		if (use === 'now') await cache.put(USE, new Response('before'));
		else await caches.delete(name);
	}
	await (await caches.open(CACHE)).put(USE, new Response('now'));
}

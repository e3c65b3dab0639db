import { setAuthorName } from '../../src/lib/device/author.ts';
import { commit } from '../../src/lib/device/commit.ts';
import { eventsOf } from '../../src/lib/device/db.ts';
import { openDevice, type Device } from '../../src/lib/device/device.ts';
import { syncStoreOf } from '../../src/lib/device/sync-tables.ts';
import { joinTeam } from '../../src/lib/device/team-join.ts';
import { deviceIdOf, getSession } from '../../src/lib/device/team-session.ts';
import { httpTransport } from '../../src/lib/device/transport.ts';
import type { Json } from '../../src/lib/domain/answer.ts';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { fold } from '../../src/lib/log/fold.ts';
import { sync as syncOnce } from '../../src/lib/log/sync.ts';

/** An answer of the workload. Its author and moment ride along in our value, which costs us bytes that peers do not pay. */
interface Workload {
	readonly id: string;
	readonly s: string;
	readonly q: string;
	readonly v: Json;
	readonly by: string;
	readonly at: number;
	readonly fv: number;
}

interface Config {
	readonly url: string;
	readonly ctl: string;
	readonly name: string;
}

let device: Device;

/** The device of the product, as a harness of sync stacks drives its peers. */
const peer = {
	async open({ url, ctl, name }: Config) {
		const native = globalThis.fetch;
		// The harness serves its page from another port than the team server's.
		globalThis.fetch = (input, init) =>
			typeof input === 'string' && input.startsWith('/')
				? native(url + input, { ...init, credentials: 'include' })
				: native(input, init);
		device = openDevice({ form: { id: 'bench', version: 1 }, name });
		if (await getSession(device)) return;
		await setAuthorName(device, 'Ana');
		const { r: secret } = (await (await native(`${ctl}/invite`)).json()) as { r: string };
		const joined = await joinTeam(device, { secret, name: 'Ana', deviceName: 'bench' });
		if ('problem' in joined) throw new Error(joined.problem);
	},
	async create(surveys: readonly { readonly id: string; readonly answers: readonly Workload[] }[]) {
		for (const { id, answers } of surveys) {
			const changes = answers.map(({ q, v, by, at, fv }) => ({
				path: pathOf(q),
				value: { v, by, at, fv }
			}));
			await commit(device, id, changes, Object.fromEntries(changes.map(({ path }) => [path, []])));
		}
	},
	push: sync,
	pull: sync,
	sync,
	count: () => device.db.events.count(),
	async all() {
		return (await device.db.events.toArray()).map(({ survey, path, value }) => ({
			id: `${survey}:${path.replace('answers/', '')}`,
			...(value as object)
		}));
	},
	survey: async (id: string) => fold(await eventsOf(device.db, id)).size,
	async edit(id: string, q: string, v: Json, by: string) {
		const path = pathOf(q);
		const shown = await headsOf(id, q);
		const value = { v, by, at: Date.now(), fv: 3 };
		await commit(device, id, [{ path, value }], { [path]: shown.map((head) => head.id) });
	},
	async conflicts(id: string, q: string) {
		const all = (await headsOf(id, q)).map(({ value }) => (value as unknown as Workload).v);
		return { shown: all, all, how: 'heads' };
	}
};

async function headsOf(survey: string, q: string): Promise<readonly LogEvent[]> {
	const path = pathOf(q);
	const events = await device.db.events.where({ survey, path }).toArray();
	return fold(events).get(path)?.heads ?? [];
}

const pathOf = (q: string) => `answers/${q}`;

async function sync() {
	const session = await getSession(device);
	const outcome = await syncOnce({
		store: syncStoreOf(device),
		transport: httpTransport(),
		device: await deviceIdOf(device),
		isMine: (author) => session!.authors.includes(author),
		does: 'both',
		now: () => device.now().toISOString()
	});
	if (outcome.trouble) throw new Error(JSON.stringify(outcome));
}

Object.assign(globalThis, { peer });

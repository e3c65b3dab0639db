import { afterAll, expect, test } from 'vitest';
import type { LogEvent } from '../../src/lib/log/event.ts';
import { sync, type Answer, type Transport } from '../../src/lib/log/sync.ts';
import { teamApi } from '../../src/lib/server/api.ts';
import { migrate } from '../../src/lib/server/migrate.ts';
import { MIGRATIONS } from '../../src/lib/server/migrations.ts';
import { openPostgres } from '../../src/lib/server/postgres.ts';
import { MemoryStore } from '../log/sync-memory.ts';
import { Browser, newTeam, type Reply } from './support/browser.ts';
import { events } from './support/events.ts';
import { flawsOf } from './support/flaws.ts';
import { startPostgres } from './support/postgres.ts';

const server = await startPostgres();
const isReady = server?.standby !== undefined;
if (!isReady)
	console.warn('No pg_basebackup is here: that a replica takes over is shown as skipped.');
afterAll(() => server?.stop());

/** A device that answers and syncs as the product does, over a database in memory. */
class Tablet {
	readonly store: MemoryStore;
	readonly browser: Browser;

	constructor(browser: Browser) {
		this.browser = browser;
		this.store = new MemoryStore(browser.device);
	}

	answers(many: number): readonly LogEvent[] {
		const { author, device } = this.browser;
		const made = events(many, { author, device });
		for (const event of made) this.store.answer(event);
		return made;
	}

	async syncs() {
		const { browser, store } = this;
		const transport: Transport = {
			push: async (request) => answerOf(await browser.post('sync/push', request)),
			pull: async (request) => answerOf(await browser.post('sync/pull', request))
		};
		const { device, author } = browser;
		const isMine = (id: string) => id === author.id;
		const now = () => '2026-11-20T08:12:00Z';
		return sync({ store, transport, device, isMine, does: 'both', now });
	}

	get ids(): readonly string[] {
		return [...this.store.content.events.keys()].sort();
	}

	/** The same device, asking another node. */
	at(api: ReturnType<typeof teamApi>): Tablet {
		const browser = new Browser(api, this.browser.device);
		browser.cookie = this.browser.cookie;
		browser.author = this.browser.author;
		const tablet = new Tablet(browser);
		tablet.store.content = this.store.content;
		return tablet;
	}
}

function answerOf<T>({ status, body }: Reply): Answer<T> {
	if (status === 200) return { reply: body as T };
	return status === 409 ? { why: 'epoch' } : { why: 'no-network' };
}

const idsOf = (...lists: (readonly LogEvent[])[]) =>
	lists
		.flat()
		.map(({ id }) => id)
		.sort();

test.skipIf(!isReady)(
	'F27: a replica that takes over without the last pushes has, after each device was there, all that lives on any of them',
	{ timeout: 60_000 },
	async () => {
		const url = server!.newDatabase();
		const primary = openPostgres(url);
		await migrate(primary, MIGRATIONS);
		const team = await newTeam(
			{ name: 'postgres', newPlace: () => url, open: () => primary, copyOf: () => url },
			primary
		);
		const joined = await Promise.all(
			['Ana', 'Kim', 'Ben'].map(async (name) => new Tablet(await team.join('technician', name)))
		);
		const [ana, kim, ben] = joined as [Tablet, Tablet, Tablet];
		const shipped = [...ana.answers(3), ...kim.answers(3), ...ben.answers(3)];
		for (const tablet of [...joined, ...joined]) await tablet.syncs();
		const standby = await server!.standby!();
		await standby.caughtUp();

		await standby.cut();
		const lost = [...ana.answers(4), ...ben.answers(2)];
		for (const tablet of [ana, ben, kim])
			expect(await tablet.syncs()).not.toHaveProperty('trouble');
		const unseen = ben.answers(2);
		expect(await ben.syncs()).toMatchObject({ sent: 2 });
		expect(joined.flatMap(({ store }) => store.waitingIds)).toEqual([]);
		server!.kill();
		await primary.close();
		standby.promote();

		const replica = openPostgres(standby.urlOf(url));
		const stored = async () =>
			(await replica.all<{ id: string }>('select id from ev')).map(({ id }) => id).sort();
		expect(await stored()).toEqual(idsOf(shipped));
		let ids = 0;
		const api = teamApi({ db: replica, now: () => new Date(team.now()), newId: () => `r${ids++}` });
		const [kimNow, anaNow, benNow] = [kim.at(api), ana.at(api), ben.at(api)];
		// His new answers take the numbers of the lost ones.
		const fresh = kimNow.answers(5);
		expect(await kimNow.syncs()).not.toHaveProperty('trouble');
		expect(await stored()).toEqual(idsOf(shipped, lost, fresh));
		for (const tablet of [anaNow, benNow, kimNow, anaNow])
			expect(await tablet.syncs()).not.toHaveProperty('trouble');
		const all = idsOf(shipped, lost, unseen, fresh);
		expect(await stored()).toEqual(all);
		for (const tablet of [kimNow, anaNow, benNow]) expect(tablet.ids).toEqual(all);
		expect(await flawsOf(replica)).toEqual([]);
		await replica.close();
	}
);

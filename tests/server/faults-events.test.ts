import { expect, test } from 'vitest';
import { digestOf } from '../../src/lib/log/digest.ts';
import { fold } from '../../src/lib/log/fold.ts';
import { CLOCK_HEADER, PROTOCOL, PROTOCOL_HEADER } from '../../src/lib/log/wire.ts';
import { flawsOf } from './support/flaws.ts';
import { onEveryEngine } from './support/engines.ts';
import { ANA, event, events, KIM } from './support/events.ts';
import { newTeam, type Browser } from './support/browser.ts';
import { answers, ids, newStore, readAll } from './support/log.ts';

const YEAR_MS = 365.25 * 24 * 3600_000;

/** As a device makes it whose clock is so many years wrong. */
function writtenAt(years: number, change: Parameters<typeof event>[0] = {}) {
	const at = new Date(Date.parse('2026-11-20T08:12:00Z') + years * YEAR_MS).toISOString();
	const honest = event(change);
	return { ...honest, at, hlc: `${at}-00000001-${honest.device}` };
}

onEveryEngine((engine) => {
	test('F14: no clock keeps an event away, puts it elsewhere in the log, or decides what stands', async () => {
		const { db, store, close } = await newStore(engine);
		const first = writtenAt(10);
		const second = writtenAt(-10, { supersedes: [first.id] });
		const beside = writtenAt(0, { device: 'laptop', author: KIM.person });
		const backwards = [3, 2, 1].map((years) => writtenAt(years, { path: 'answers/siteCode' }));
		expect(await store.append(ANA, [first, second, ...backwards])).toMatchObject({
			accepted: 5,
			held: [],
			refused: []
		});
		expect((await store.append(KIM, [beside])).accepted).toBe(1);
		const all = await readAll(store, { ...KIM, device: 'third' });
		expect(answers(all)).toEqual([first, second, ...backwards, beside]);
		for (const { receivedAt } of all)
			expect(Math.abs(Date.parse(receivedAt) - Date.now())).toBeLessThan(YEAR_MS);
		const stands = [second, beside, ...backwards].map(({ id }) => id);
		expect(ids(await store.heads('team'))).toEqual([...stands].sort());
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('F14: the lead sees how far the clock of a device is off, and a device that tells none goes on', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const ahead = await team.join('technician');
		const silent = await team.join('technician');
		const told = async ({ device }: Browser) =>
			((await lead.get('devices')).body.devices as { id: string; aheadMs: number | null }[]).find(
				({ id }) => id === device
			)!.aheadMs;
		const pulled = (browser: Browser, clock?: string) => {
			const wish = { device: browser.device, cursor: null, own: digestOf([]) };
			return browser.sendRaw('POST', 'sync/pull', JSON.stringify(wish), false, {
				[PROTOCOL_HEADER]: PROTOCOL,
				...(clock === undefined ? {} : { [CLOCK_HEADER]: clock })
			});
		};
		const now = Date.now();
		for (const years of [10, -10]) {
			expect((await pulled(ahead, String(now + years * YEAR_MS))).status).toBe(200);
			expect(Math.round((await told(ahead))! / YEAR_MS)).toBe(years);
		}
		for (const nonsense of ['', 'noon', '1e400', '-1e400', '9e15', 'NaN'])
			expect((await pulled(ahead, nonsense)).status).toBe(200);
		expect(Math.round((await told(ahead))! / YEAR_MS)).toBe(-10);
		expect((await pulled(silent)).status).toBe(200);
		expect(await told(silent)).toBeNull();
		await team.close();
	});

	test('F14: a request that is long on its way makes no clock look slow', async () => {
		const team = await newTeam(engine);
		const lead = await team.join('lead');
		const wish = { device: lead.device, cursor: null, own: digestOf([]) };
		const body = new ReadableStream(
			{
				pull(controller) {
					team.passes(600_000);
					controller.enqueue(new TextEncoder().encode(JSON.stringify(wish)));
					controller.close();
				}
			},
			{ highWaterMark: 0 }
		);
		const headers = { [PROTOCOL_HEADER]: PROTOCOL, [CLOCK_HEADER]: String(team.now()) };
		const reply = await lead.sendRaw('POST', 'sync/pull', body, false, headers);
		expect(reply.status).toBe(200);
		expect((await lead.get('devices')).body.devices).toMatchObject([{ aheadMs: 0 }]);
		await team.close();
	});

	test('F15: answers under any two versions of the questionnaire stand beside or after each other', async () => {
		const { db, store, close } = await newStore(engine);
		const versions = [1, 2, 3, 99];
		const all = versions.flatMap((older) =>
			versions.flatMap((newer) => {
				const path = `answers/q-${older}-${newer}`;
				const form = (version: number) => ({ id: 'sep-content-updates', version });
				const first = event({ path, form: form(older) });
				const after = event({ path, form: form(newer), supersedes: [first.id] });
				const beside = event({ path, form: { id: 'another-form', version: newer } });
				return [first, after, beside];
			})
		);
		expect(await store.append(ANA, all)).toMatchObject({ accepted: all.length, held: [] });
		expect(answers(await readAll(store, KIM))).toEqual(all);
		const expected = [...fold(all).values()].flatMap(({ heads }) => heads.map(({ id }) => id));
		expect(expected).toHaveLength(versions.length ** 2 * 2);
		expect(ids(await store.heads('team'))).toEqual(expected.sort());
		expect(await flawsOf(db)).toEqual([]);
		await close();
	});

	test('F30: of many devices that come back at once all are served, some of them later', async () => {
		const team = await newTeam(engine);
		const devices = await Promise.all(
			Array.from({ length: 60 }, (_, n) => team.join('technician', `Person ${n}`))
		);
		let turnedAway = 0;
		const made = await Promise.all(
			devices.map(async (browser) => {
				const own = events(30, { author: browser.author, device: browser.device });
				while (!(await isTaken(browser, own))) {
					turnedAway++;
					team.passes(1000);
					await new Promise((resolve) => setTimeout(resolve, 20));
				}
				return own;
			})
		);
		expect(turnedAway).toBeGreaterThan(0);
		expect(await flawsOf(team.db)).toEqual([]);
		const digests = await team.db.all<{ device: string; count: number; sum: string }>(
			'select device, count, sum from digest'
		);
		expect(new Map(digests.map(({ device, ...digest }) => [device, digest]))).toEqual(
			new Map(made.map((own) => [own[0]!.device, digestOf(own.map(({ id }) => id))]))
		);
		await team.close();
	});
});

/** Whether a push of some hundred events was taken; else the server has said when to come again. */
async function isTaken(browser: Browser, own: readonly unknown[]): Promise<boolean> {
	const outbox = { events: own.length, oldestAt: null };
	const body = { device: browser.device, epoch: null, events: own, outbox };
	const { status, headers, body: reply } = await browser.post('sync/push', body);
	if (status === 200) {
		expect(reply.accepted).toBe(own.length);
		return true;
	}
	expect([429, 503]).toContain(status);
	expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
	return false;
}

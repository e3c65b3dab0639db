import { describe, expect, test } from 'vitest';
import { Line } from '../../src/lib/server/line.ts';
import { Refusal } from '../../src/lib/server/reply.ts';

/** Work that ends when it is told to. */
function work() {
	let end = () => {};
	let fail: (error: Error) => void = () => {};
	const ended = new Promise<void>((resolve, reject) => {
		end = resolve;
		fail = reject;
	});
	let isBegun = false;
	return {
		begin: () => ((isBegun = true), ended),
		end: () => end(),
		fail: () => fail(new Error('on its way')),
		get isBegun() {
			return isBegun;
		}
	};
}

const moment = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe('a line', () => {
	test('lets one in after the other, in the order in which they came', async () => {
		const line = new Line({ atWork: 1, waiting: 5 });
		const all = [work(), work(), work()];
		const done = all.map((each) => line.inTurn(each.begin));
		await moment();
		expect(all.map((each) => each.isBegun)).toEqual([true, false, false]);
		all[0]!.end();
		await moment();
		expect(all.map((each) => each.isBegun)).toEqual([true, true, false]);
		all[1]!.end();
		all[2]!.end();
		await Promise.all(done);
	});

	test('goes on after work that failed', async () => {
		const line = new Line({ atWork: 1, waiting: 5 });
		const [bad, good] = [work(), work()];
		const failed = line.inTurn(bad.begin);
		const done = line.inTurn(good.begin);
		bad.fail();
		await expect(failed).rejects.toThrow('on its way');
		await moment();
		expect(good.isBegun).toBe(true);
		good.end();
		await done;
		await moment();
		const next = work();
		const last = line.inTurn(next.begin);
		expect(next.isBegun).toBe(true);
		next.end();
		await last;
	});

	test('that is too long tells when to come again, not all at the same moment', async () => {
		const chances = [0, 0.5, 1];
		const line = new Line({ atWork: 1, waiting: 40, chance: () => chances[0]! });
		const all = Array.from({ length: 41 }, work);
		const done = all.map((each) => line.inTurn(each.begin));
		const waits: number[] = [];
		for (; chances.length > 0; chances.shift()) {
			const refusal = await line.inTurn(work().begin).catch((error: unknown) => error as Refusal);
			expect(refusal).toBeInstanceOf(Refusal);
			expect((refusal as Refusal).status).toBe(429);
			waits.push((refusal as Refusal).retryAfterSeconds!);
		}
		expect(new Set(waits).size).toBe(3);
		expect(Math.min(...waits)).toBeGreaterThan(0);
		for (const each of all) each.end();
		await Promise.all(done);
	});
});

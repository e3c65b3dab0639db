import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { commit } from '../../src/lib/device/commit.ts';
import type { Device } from '../../src/lib/device/device.ts';
import { keepDraft } from '../../src/lib/device/drafts.ts';
import { receive } from '../../src/lib/device/receive.ts';
import { createSurvey, importSurvey } from '../../src/lib/device/surveys.ts';
import { emptySurvey } from '../../src/lib/domain/survey.ts';
import { answered } from '../../src/lib/log/changes.ts';
import { event } from '../log/schedule.ts';
import { answer, contentOf, newDevice, surveyOf, unqueued } from './bench.ts';
import { abortingAt, withTransactions } from './faults.ts';

const LYON = {
	...emptySurvey('lyon', 'Lyon'),
	answers: { siteName: 'Lyon', linkDownMbps: 2 },
	groups: [{ id: 'g1', answers: { clients: 40 } }]
};

const WRITES: Record<string, (device: Device) => Promise<unknown>> = {
	'an answer': async (device) => {
		const changes = [answered('linkDownMbps', 10), answered('siteName', 'Lyon')];
		return commit(device, 's1', changes, { 'answers/linkDownMbps': [], 'answers/siteName': [] });
	},
	'an import': (device) => importSurvey(device, LYON),
	'what comes from elsewhere': (device) =>
		receive(device, [event('e1'), event('e2', { survey: 's2' }), event('e3', { kind: 'clear' })])
};

describe.each(Object.entries(WRITES))('%s', (_, write) => {
	const prepared = async () => {
		const device = newDevice();
		await createSurvey(device, 'Bern');
		await answer(device, 's1', 'answers/siteName', 'Bern');
		await keepDraft(device, 's1', 'answers/linkDownMbps', '10', []);
		return device;
	};

	test('F9: is stored whole or not at all, whichever request of it is the last', async () => {
		for (let request = 1; ; request++) {
			const device = await prepared();
			const before = await contentOf(device);
			const { aborted, outcome } = await abortingAt(request, 'every', () => write(device));
			if (aborted === 0) {
				expect(request).toBeGreaterThan(6);
				expect(outcome.status).toBe('fulfilled');
				expect(await contentOf(device)).not.toEqual(before);
				return;
			}
			expect(outcome.status).toBe('rejected');
			expect(await contentOf(device)).toEqual(before);
		}
	});

	test('is tried once more when the browser broke it off, and is then there once', async () => {
		const undisturbed = await prepared();
		await write(undisturbed);
		for (let request = 1; ; request++) {
			const device = await prepared();
			const { aborted, outcome } = await abortingAt(request, 'first', () => write(device));
			if (aborted === 0) return;
			expect(outcome.status).toBe('fulfilled');
			expect(await unqueued(device)).toEqual([]);
			const [wanted, found] = [await contentOf(undisturbed), await contentOf(device)];
			for (const [table, rows] of Object.entries(wanted)) {
				expect(found[table], table).toHaveLength(rows.length);
			}
		}
	});
});

test('an answer whose confirmation was lost is there once', async () => {
	const device = newDevice();
	const unsure: Device = {
		...device,
		async steady(work) {
			await work();
			return work();
		}
	};
	const first = await WRITES['an answer']!(unsure);
	expect(first).toHaveLength(2);
	expect(await device.db.events.count()).toBe(2);
	expect(await device.db.outbox.count()).toBe(1);
});

test('an answer that could not be stored leaves its draft', async () => {
	const device = newDevice();
	await keepDraft(device, 's1', 'answers/linkDownMbps', '10', []);
	const { outcome } = await abortingAt(1, 'every', () => WRITES['an answer']!(device));
	expect(outcome.status).toBe('rejected');
	expect(await device.db.drafts.get(['s1', 'answers/linkDownMbps'])).toMatchObject({ text: '10' });
});

test('an answer is saved when its transaction is complete, not before', async () => {
	const device = newDevice();
	await createSurvey(device, 'Lyon');
	const order: string[] = [];
	await withTransactions(
		(open) => {
			const transaction = open();
			transaction.addEventListener('complete', () => order.push('complete'));
			return transaction;
		},
		() => WRITES['an answer']!(device).then(() => order.push('saved'))
	);
	expect(order).toEqual(['complete', 'saved']);
	expect((await surveyOf(device, 's1')).answers).toEqual({ linkDownMbps: 10, siteName: 'Lyon' });
});

test('a transaction asks the browser to write through to the disk', async () => {
	const device = newDevice();
	const asked: unknown[] = [];
	await withTransactions(
		(open, _, mode, options) => {
			if (mode === 'readwrite') asked.push(options);
			return open();
		},
		() => createSurvey(device, 'Lyon')
	);
	expect(asked).toEqual([{ durability: 'strict' }]);
});

import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { deliveriesOf } from '../../src/lib/device/deliveries.ts';
import { newDevice } from './bench.ts';

test('of every change is known when it left first and when the team had it; of another survey nothing', async () => {
	const device = newDevice();
	await device.db.deliveries.bulkAdd([
		{ survey: 's1', ids: ['e1', 'e2'], sent: '10:00' },
		{ survey: 's1', ids: ['e1'], sent: '10:05', received: '10:06' },
		{ survey: 's1', ids: ['e3'], received: '10:01' },
		{ survey: 's2', ids: ['e4'], sent: '10:00' }
	]);
	expect(Object.fromEntries(await deliveriesOf(device, 's1'))).toEqual({
		e1: { sent: '10:00', received: '10:06' },
		e2: { sent: '10:00' },
		e3: { received: '10:01' }
	});
});

import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { deliveriesOf } from '../../src/lib/device/deliveries.ts';
import { newDevice } from './bench.ts';

test('of every change is known when it left first and when the team had it; of another survey nothing', async () => {
	const device = newDevice();
	const row = (ids: string[], what: 'sent' | 'received', at: string, survey = 's1') =>
		device.db.deliveries.add({ survey, ids, what, at });
	await row(['e1', 'e2'], 'sent', '10:00');
	await row(['e1'], 'sent', '10:05');
	await row(['e1', 'e3'], 'received', '10:01');
	await row(['e4'], 'sent', '10:00', 's2');
	expect(Object.fromEntries(await deliveriesOf(device, 's1'))).toEqual({
		e1: { sent: '10:00', received: '10:01' },
		e2: { sent: '10:00' },
		e3: { received: '10:01' }
	});
});

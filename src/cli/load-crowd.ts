import { parentPort, workerData } from 'node:worker_threads';
import { LoadDevice } from './load-device.ts';

/** Those who come back, in a thread of their own: what they take of this machine must not delay those who measure. */
export interface Crowd {
	readonly events: number;
	readonly devices: readonly {
		readonly server: string;
		readonly id: string;
		readonly secret: string;
	}[];
}

/** What became of one of them. */
export interface Back {
	readonly id: string;
	readonly made: readonly string[];
	readonly requests: number;
	readonly turnedAway: number;
}

const { events, devices } = workerData as Crowd;
const all = devices.map(({ server, id }) => new LoadDevice(server, id));
await Promise.all(all.map((device, at) => device.join(devices[at]!.secret)));
parentPort!.postMessage('joined');
await new Promise((resolve) => parentPort!.once('message', resolve));
await Promise.all(all.map((device) => device.comeBack(events)));
parentPort!.postMessage(
	all.map(({ id, made, requests, turnedAway }): Back => ({ id, made, requests, turnedAway }))
);
parentPort!.close();

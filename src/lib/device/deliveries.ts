import type { SurveyId } from '../domain/survey.ts';
import type { EventId } from '../log/event.ts';
import type { Device } from './device.ts';

/** When a change left this device, and when the team had it; each absent while it is not known. */
export interface Delivery {
	/** Acknowledged to this device, at its own clock. */
	readonly sent?: string;
	/** Came by the team, at the team server's clock. */
	readonly received?: string;
}

/** What is known of the way of every change of a survey. */
export function deliveriesOf(
	{ db, steady }: Device,
	survey: SurveyId
): Promise<ReadonlyMap<EventId, Delivery>> {
	return steady(async () => {
		const found = new Map<EventId, Delivery>();
		for (const { ids, sent, received } of await db.deliveries.where({ survey }).toArray()) {
			const times = { ...(sent ? { sent } : {}), ...(received ? { received } : {}) };
			// A repeat after a lost reply tells nothing new: the first time counts.
			for (const id of ids) found.set(id, { ...times, ...found.get(id) });
		}
		return found;
	});
}

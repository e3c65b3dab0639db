import type { Scenario, Simulation } from '../../../../lib/domain/simulation/model.ts';
import { simulate } from '../../../../lib/domain/simulation/simulate.ts';

/** What goes in: scenarios to play one after the other. */
export interface Order {
	readonly run: number;
	readonly scenarios: readonly Scenario[];
}

/** What comes out: how far it is, then one result per scenario. */
export type Report =
	| { readonly run: number; readonly share: number }
	| { readonly run: number; readonly results: readonly (Simulation | undefined)[] };

const tell = (report: Report) => {
	self.postMessage(report);
};

self.onmessage = ({ data: { run, scenarios } }: MessageEvent<Order>) => {
	const results = scenarios.map((scenario, index) =>
		simulate(scenario, {
			onProgress: (share) => {
				tell({ run, share: (index + share) / scenarios.length });
			}
		})
	);
	tell({ run, results });
};

export interface Sample {
	/** In `static/samples/`, in the interchange format. */
	readonly file: string;
	readonly title: string;
	readonly about: string;
}

/** Sites to open from the empty start screen: one for each kind of answer the plan can give. */
export const SAMPLES: readonly Sample[] = [
	{
		file: 'thin-link-branch.json',
		title: 'A branch on a thin link',
		about: '86 Windows clients behind 2 Mbit/s: a Group Update Provider fetches once for all.'
	},
	{
		file: 'air-gapped-lab.json',
		title: 'A lab without any network',
		about: '18 test benches that nothing reaches: the Intelligent Updater is carried in by hand.'
	},
	{
		file: 'head-office-12000.json',
		title: 'A head office of 12,000',
		about: 'Windows, Mac and Linux on a fast network: a large estate with several answers at once.'
	},
	{
		file: 'mac-linux-studio.json',
		title: 'A Mac and Linux studio',
		about: '55 machines that may not go online: three of the six methods are out from the start.'
	},
	{
		file: 'sccm-tested-content.json',
		title: 'A plant that tests content first',
		about: 'A software distribution tool is in place, and nothing is installed untested.'
	},
	{
		file: 'mixed-unfinished.json',
		title: 'A survey that is half done',
		about: 'Answers are missing or could not be found out: see what still decides.'
	}
];

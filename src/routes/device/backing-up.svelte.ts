import { backupName, backupOf, readBackup } from '$lib/device/backup';
import { sentenceOf } from '$lib/device/trouble';
import type { BackupWork } from '$lib/ui/backup-work';
import { device } from '../device';
import { saveFile } from '../survey-files';

/** Writing and reading of backups, one at a time, with progress and a way to stop. */
export class BackingUp {
	work = $state.raw<BackupWork>();
	outcome = $state.raw<{ readonly text: string; readonly isProblem: boolean }>();
	#stop: AbortController | undefined;

	cancel() {
		this.#stop?.abort();
	}

	write(): Promise<void> {
		return this.#run('writing', async (options) => {
			const backup = await backupOf(device, options);
			saveFile(backupName(device.now()), backup);
			return 'The backup holds everything that is on this device. Keep it somewhere else.';
		});
	}

	read(file: File): Promise<void> {
		return this.#run('reading', async (options) => {
			const restored = await readBackup(device, file, options);
			if ('problem' in restored) throw new Refused(restored.problem);
			const { events, known, held, surveys, drafts } = restored;
			if (events + drafts + held === 0)
				return 'Everything in this backup is on this device already.';
			return [
				`${events} changes of ${surveys} ${surveys === 1 ? 'survey' : 'surveys'} were taken in;`,
				`${known} were here already.`,
				held > 0 ? `${held} ${held === 1 ? 'is' : 'are'} kept apart, see below.` : ''
			].join(' ');
		});
	}

	async #run(
		what: BackupWork['what'],
		job: (options: {
			signal: AbortSignal;
			onProgress: (progress: { done: number; of: number }) => void;
		}) => Promise<string>
	) {
		if (this.work) return;
		const stop = new AbortController();
		this.#stop = stop;
		this.outcome = undefined;
		this.work = { what, done: 0, of: 1 };
		try {
			const text = await job({
				signal: stop.signal,
				onProgress: (progress) => (this.work = { what, ...progress })
			});
			this.outcome = { text, isProblem: false };
		} catch (error) {
			this.outcome = stop.signal.aborted
				? { text: error instanceof Refused ? error.message : 'Stopped.', isProblem: false }
				: {
						text: error instanceof Refused ? error.message : sentenceOf(error),
						isProblem: true
					};
		}
		this.work = undefined;
	}
}

/** A file that was not taken in, with the sentence that says why. */
class Refused extends Error {}

import type { Answer, Json } from '$lib/domain/answer';
import type { Contest, Side } from '$lib/log/contest';
import type { Path } from '$lib/log/path';
import { answerText } from '$lib/ui/answer-words';
import type { Contender } from '$lib/ui/conflict-words';
import type { Stop } from '../walk';
import { registerName, valueText } from '../register-words';

/** The sides of a contest in words. `ownDevice` is the id of this browser's database. */
export function contendersOf(
	{ paths, sides }: Contest,
	stops: readonly Stop[],
	ownDevice: string | undefined
): readonly Contender[] {
	const known = paths.map((path) => ({ path, stop: stops.find((each) => each.path === path) }));
	// A question that is not asked any more may still be in conflict; in a group only what is asked is shown.
	const asked = known.filter(({ stop }) => stop !== undefined);
	const shown = asked.length > 0 ? asked : known;
	return sides.map((side) => ({
		id: side.head.id,
		who: side.origin.author.name,
		at: side.origin.at,
		device: deviceText(side.origin.device, ownDevice),
		source: `questions version ${side.origin.form.version}`,
		putBack:
			side.origin === side.head ? undefined : { who: side.head.author.name, at: side.head.at },
		lines: shown.map(({ path, stop }) => ({
			path,
			prompt: stop?.question.prompt ?? registerName(path),
			text: sideText(side, path, stop),
			isOwn: side.own.includes(path),
			href: stop?.href
		}))
	}));
}

export function deviceText(id: string, own: string | undefined): string {
	return id === own ? 'this device' : `device …${id.slice(-4)}`;
}

function sideText(side: Side, path: Path, stop: Stop | undefined): string {
	const value: Json = side.values[path] ?? null;
	return stop ? answerText(stop.question, value as Answer | null) : valueText(value);
}

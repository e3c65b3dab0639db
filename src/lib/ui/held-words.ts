/** Why a change was kept apart, as a sentence. A reason that a newer version invented is shown as it is. */
export function heldWords(reason: string): string {
	return WORDS[reason] ?? reason;
}

/** What only the team's lead can decide is told as such. */
const LEAD = 'The team has it and the lead decides:';

const WORDS: Readonly<Record<string, string>> = {
	'id-clash': 'It has the same id as another change that is here, and says something else.',
	'held:invalid': `${LEAD} it is not what the question asks for.`,
	'held:author-mismatch': `${LEAD} it names another author than the one who sent it. Ask your lead to take it: it stands on the lead’s Team page, under “Waiting for your decision”.`,
	'held:forbidden': `${LEAD} its sender may not change this survey, or not move it there.`,
	'held:id-conflict': `${LEAD} another change has the same id and says something else.`,
	'held:survey-closed': `${LEAD} the survey was closed when it arrived.`,
	'held:device-retired': `${LEAD} it came from a device that was retired.`,
	'refused:too-large': 'It is too large for the team server. It stays on this device.',
	'refused:malformed': 'The team server could not read it. It stays on this device.'
};

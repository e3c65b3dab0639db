/** Puts the focus where the answer is given: a tick that is set, else the first field, else the question itself. */
export function focusQuestion(card: HTMLElement): void {
	const field = card.querySelector<HTMLElement>(':is(input, textarea):not([type="checkbox"])');
	const ticked = card.querySelector<HTMLElement>('input:checked');
	(ticked ?? field ?? card.querySelector<HTMLElement>('input') ?? card).focus({
		preventScroll: true
	});
	card.scrollIntoView({ block: 'start' });
}

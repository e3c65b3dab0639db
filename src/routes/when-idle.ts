/** How long a page is given that cannot say when it is idle, as in Safari, or that never is. */
const LATER_MS = 1500;

/** Resolves once the page has nothing better to do: nothing of what stands on it had to wait. */
export function whenIdle(): Promise<void> {
	return new Promise((done) => {
		if ('requestIdleCallback' in globalThis)
			requestIdleCallback(() => done(), { timeout: LATER_MS });
		else setTimeout(done, LATER_MS);
	});
}

/** The shell that the service worker keeps for every navigation. */
export const prerender = true;

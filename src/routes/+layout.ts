/** One prerendered shell serves every address: all data is on the device, so there is nothing to render on a server. */
export const ssr = false;
export const prerender = false;

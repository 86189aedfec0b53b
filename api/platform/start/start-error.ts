/** Why the server cannot start, said to whoever started it; no stack is shown. */
export class StartError extends Error {}

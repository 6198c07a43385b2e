import type { default as NodeMocha } from 'mocha';
import '../../node_modules/mocha/mocha.js';

/* Mocha for a browser, which makes itself a global; the build takes this file for the package there. */

const { Mocha } = globalThis as unknown as { readonly Mocha: typeof NodeMocha };

export default Mocha;

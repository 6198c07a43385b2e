/** Made by the build: imports every test file of this folder. */
declare module 'virtual:integration-tests';

// @ts-check
/**
 * node guard.mjs COMMAND ARGS...: runs a server that ends with its starter. The starter holds this
 * process's input open; when that closes, however the starter ended, the whole group is killed.
 */
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
// SIGTERM goes to the whole group: this process stays until the server has ended in good order.
process.on('SIGTERM', () => {});
server.once('exit', (code) => process.exit(code ?? 1));

process.stdin.resume();
process.stdin.once('close', () => process.kill(-process.pid, 'SIGKILL'));

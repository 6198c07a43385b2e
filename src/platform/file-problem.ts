import { message, type Message } from '../l10n.ts';

/** Why a file cannot be read. @param code of Node, or of VS Code's `FileSystemError` */
export function fileProblem(code: string): Message {
  switch (code) {
    case 'ENOENT':
    case 'FileNotFound':
      return message('it does not exist. Correct the path, which begins at the experiment file.');
    case 'ENOTDIR':
    case 'FileNotADirectory':
      return message('a folder is expected here, and this is a file. Correct the path.');
    case 'EISDIR':
    case 'FileIsADirectory':
      return message('a file is expected here, and this is a folder. Correct the path.');
    case 'EACCES':
    case 'EPERM':
    case 'NoPermissions':
      return message('it may not be read. Change its permissions.');
    default:
      return message('it cannot be read ({code}). Try again, or give another file.', { code });
  }
}

/** What differs by operating system. */

/** Commands are kept in the form of Unix shells; Windows' own shell up to version 5 knows `;` but not `&&`. */
export const commandHere = (command: string): string =>
  /windows/iu.test(navigator.userAgent) ? command.replaceAll(" && ", "; ") : command;

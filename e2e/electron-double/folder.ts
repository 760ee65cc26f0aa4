/** Everything of this app that is not built: its own folder, Chromium's, logs. Made and removed by launch.ts. */
export const folder = process.env['DOUBLE_FOLDER'] ?? ''
if (folder === '') throw new Error('DOUBLE_FOLDER names the folder to work in')

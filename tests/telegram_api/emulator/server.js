// Starts the emulator on 127.0.0.1 at the port given, says so on a line, and ends when its input closes.
'use strict';

const TelegramServer = require('telegram-test-api');

const server = new TelegramServer({ host: '127.0.0.1', port: Number(process.argv[2]), storeTimeout: 3600 });

server.start().then(() => {
  console.log('listening');
  process.stdin.resume();
  process.stdin.on('end', () => process.exit(0));
});

import { precompress } from './lib/precompress.ts';

const began = performance.now();
const count = await precompress('build');
const seconds = ((performance.now() - began) / 1000).toFixed(1);
console.log(`压缩 ${count} 个文件,${seconds} 秒 compressed ${count} files for br and gzip`);

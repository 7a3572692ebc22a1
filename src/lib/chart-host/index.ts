export { mount, type HostedChart, type MountedChart, type RowEvent, type Size } from './mount.ts';
export { renderSvg, type RenderSvgOptions } from './render-svg.ts';

export { mount, type HostedChart, type MountedChart, type StopEvent, type Size } from './mount.ts';
export {
  renderSvg,
  renderSvgContent,
  type RenderSvgOptions,
  type SvgContentOptions,
} from './render-svg.ts';

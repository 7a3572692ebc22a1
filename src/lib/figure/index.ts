export { captionOf, unnumbered } from './caption.ts';
export { provenanceOf, type ChartModule, type FigureSubject } from './subject.ts';

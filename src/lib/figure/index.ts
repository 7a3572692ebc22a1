export { provenanceOf, type ChartModule, type FigureSubject } from './subject.ts';

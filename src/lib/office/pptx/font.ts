/** The face of slides and their charts; Windows and WPS have it, others name their own for it. */
export const FONT = '微软雅黑';

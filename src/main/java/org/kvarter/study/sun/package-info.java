/** Hours of sun on facades, roofs and open ground, and a stated rule they are held against. */
package org.kvarter.study.sun;

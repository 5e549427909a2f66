/** The sample district's lighthouse, turned on a lathe and written as GLB (glTF 2.0, binary) with a picture of its own. Metres, y up. */
package org.kvarter.sample.beacon;
